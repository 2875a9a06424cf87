import { createHash } from 'node:crypto';
import { join } from 'node:path';
import ts from 'typescript-api';

/**
 * Structure of types as texts, written out down to strings, numbers and literals: the same for two types exactly when
 * the same JSON fits both, whatever the types and their components are called.
 *
 * Read with the TypeScript compiler API, which the native compiler of this repository does not have.
 */
export class TypeShapes {
  readonly #checker: ts.TypeChecker;
  readonly #exports: ReadonlyMap<string, ts.Symbol>;
  readonly #known = new Map<ts.Type, string>();

  /** @param files  the modules whose exported types are wanted */
  constructor(...files: readonly string[]) {
    const sources = files.map((file) => join(import.meta.dirname, '..', file));
    const program = ts.createProgram(sources, {
      target: ts.ScriptTarget.ES2023,
      lib: ['lib.es2023.d.ts'],
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      allowImportingTsExtensions: true,
      noEmit: true,
      skipLibCheck: true,
    });
    const checker = program.getTypeChecker();
    const modules = sources.map((source) => checker.getSymbolAtLocation(program.getSourceFile(source)!)!);
    const exported = modules.flatMap((module) => checker.getExportsOfModule(module));
    this.#checker = checker;
    this.#exports = new Map(
      exported.map((symbol) => [
        symbol.name,
        symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
      ]),
    );
  }

  /** The hash of an exported type. */
  of(name: string): string {
    return hashOf(this.#write(this.#exported(name), []));
  }

  /** The hash of each member of an exported union, by the value of its `type`. */
  byType(name: string): Record<string, string> {
    const union = this.#exported(name);
    const texts = new Map<string, string[]>();
    for (const member of union.isUnion() ? union.types : [union]) {
      const tag = this.#checker.getTypeOfSymbol(member.getProperty('type')!);
      if (!tag.isStringLiteral()) throw new TypeError(`a member of ${name} has no literal type`);
      texts.set(tag.value, [...(texts.get(tag.value) ?? []), this.#write(member, [])]);
    }
    return sorted([...texts].map(([type, written]) => [type, hashOf(written.toSorted().join('|'))]));
  }

  /** The hash of each property of an exported interface, by its name. */
  byProperty(name: string): Record<string, string> {
    const properties = this.#exported(name).getProperties();
    return sorted(properties.map((property) => [property.name, hashOf(this.#property(property, []))]));
  }

  #exported(name: string): ts.Type {
    const symbol = this.#exports.get(name);
    if (!symbol) throw new RangeError(`there is no exported type ${name}`);
    return this.#checker.getDeclaredTypeOfSymbol(symbol);
  }

  #write(type: ts.Type, within: readonly ts.Type[]): string {
    const known = this.#known.get(type);
    if (known !== undefined) return known;
    const depth = within.indexOf(type);
    // A type that contains itself: number of levels up to it.
    if (depth >= 0) return `^${within.length - depth}`;
    const text = this.#expand(type, [...within, type]);
    if (!text.includes('^')) this.#known.set(type, text);
    return text;
  }

  #expand(type: ts.Type, within: readonly ts.Type[]): string {
    if (type.isUnion()) {
      const members = new Set(type.types.map((member) => this.#write(member, within)));
      return members.size === 1 ? [...members][0]! : `(${[...members].toSorted().join('|')})`;
    }
    if (this.#checker.isTupleType(type) || this.#checker.isArrayType(type)) {
      const items = this.#checker.getTypeArguments(type as ts.TypeReference);
      const written = items.map((item) => this.#write(item, within)).join(',');
      return this.#checker.isTupleType(type) ? `[${written}]` : `${written}[]`;
    }
    if (type.flags & ts.TypeFlags.Any) throw new TypeError('a type that could be anything has no shape');
    if (!isObject(type)) return this.#checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation);
    if (type.getCallSignatures().length > 0) throw new TypeError('a function is no JSON');
    const properties = this.#checker
      .getPropertiesOfType(type)
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map((property) => `${JSON.stringify(property.name)}${this.#property(property, within)}`);
    const indexed = this.#checker
      .getIndexInfosOfType(type)
      .map((info) => `[${this.#write(info.keyType, within)}]:${this.#write(info.type, within)}`);
    return `{${[...properties, ...indexed].join(';')}}`;
  }

  #property(property: ts.Symbol, within: readonly ts.Type[]): string {
    const isOptional = (property.flags & ts.SymbolFlags.Optional) !== 0;
    const type = this.#checker.getTypeOfSymbol(property);
    const given = isOptional ? this.#checker.getNonNullableType(type) : type;
    const isNullable =
      isOptional && type.isUnion() && type.types.some(({ flags }) => flags & ts.TypeFlags.Null);
    return `${isOptional ? '?' : ''}:${this.#write(given, within)}${isNullable ? '|null' : ''}`;
  }
}

const isObject = (type: ts.Type): boolean =>
  (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0 &&
  // Text with a pattern in it, as `u:${string}`, can be an intersection too.
  (type.flags & ts.TypeFlags.StringLike) === 0;

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

const sorted = (entries: readonly (readonly [string, string])[]): Record<string, string> =>
  Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));

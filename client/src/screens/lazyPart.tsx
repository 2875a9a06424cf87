import { signal } from '@preact/signals';
import type { ComponentType, JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { focusMain } from './keptFocus';
import { notePartMissing } from './missingPart';

/** Component whose code is loaded when it is first shown, or before that. */
interface LazyPart<Props> {
  (props: Props): JSX.Element;
  /** Loads the code. Rejects where that fails, and can be called again. */
  readonly load: () => Promise<void>;
}

/**
 * Makes a component of code that is loaded when it is needed.
 *
 * @param load       imports the component
 * @param Meanwhile  shown until the component is there
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Meanwhile: ComponentType,
): LazyPart<Props> {
  const loaded = signal<ComponentType<Props> | null>(null);
  const loadOnce = async (): Promise<void> => {
    loaded.value ??= await load();
  };
  function Part(props: Props) {
    const Component = loaded.value;
    const isThere = Component !== null;
    const wasThere = useRef(isThere);
    // The focus that was moved to the page's frame goes on to the page.
    const hadFocus = isThere && !wasThere.current && document.activeElement?.localName === 'main';
    wasThere.current = isThere;
    useEffect(() => {
      if (!isThere) loadOnce().catch(notePartMissing);
    }, []);
    useLayoutEffect(() => {
      if (hadFocus) focusMain();
    }, [isThere]);
    return Component ? <Component {...props} /> : <Meanwhile />;
  }
  return Object.assign(Part, { load: loadOnce });
}

import { useMemo } from 'preact/hooks';
import { keptHost, newestHosted } from '../../table/tokenStore';
import { address } from '../address';
import { Console } from './Console';
import { CreateForm } from './CreateForm';

/** Console of the session that the address names, otherwise the form that creates one. */
export function Host() {
  const code = address.value.params.get('code') ?? '';
  const kept = useMemo(() => keptHost(code), [code]);
  if (kept) return <Console key={code} code={code} kept={kept} />;
  return <CreateForm newest={newestHosted()?.code ?? null} />;
}

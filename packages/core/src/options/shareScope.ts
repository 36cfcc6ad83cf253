import { safeName } from './names.ts';
import { strings, type Option } from './validate.ts';

/** `inherited`: the scope of the plugin, for an item that names none. */
export function readShareScope(
  option: Option,
  inherited: readonly string[] = ['default'],
): readonly string[] {
  const scopes = strings(option) ?? inherited;
  for (const scope of scopes) safeName(option, scope);
  return scopes;
}

/** `pnpm bench <name>`: runs `bench/<name>.ts`. */
import { readdirSync } from 'node:fs';

const files = readdirSync(new URL('bench', import.meta.url)).filter((file) => file.endsWith('.ts'));
const names = files.map((file) => file.replace('.ts', ''));
const [name = ''] = process.argv.slice(2);
if (names.includes(name)) await import(`./bench/${name}.ts`);
else {
  console.error(`usage: pnpm bench <${names.join('|')}>`);
  process.exitCode = 1;
}

// Installs the pinned tools: `node tools.mjs <folder>`. Nothing to do where they are there.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = resolve(process.argv[2]);
const source = import.meta.dirname;
const lock = readFileSync(join(source, 'package-lock.json'), 'utf8');
const done = join(folder, 'installed-lock.json');

if (!existsSync(done) || readFileSync(done, 'utf8') !== lock) {
  mkdirSync(folder, { recursive: true });
  rmSync(done, { force: true });
  for (const file of ['package.json', 'package-lock.json']) {
    copyFileSync(join(source, file), join(folder, file));
  }
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: 'inherit',
  });
  if (npm.status !== 0) {
    console.error(`npm ci in ${folder}: ${npm.error ?? `exit code ${npm.status}`}`);
    process.exit(1);
  }
  writeFileSync(done, lock);
}

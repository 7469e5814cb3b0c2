// Every web test: `node tests/web/run.mjs`, after `cargo run -p tests --bin wasm-package` and
// the vector test. Works in the target folder: the package stands there in `node_modules`, as
// it would for any user. With CI=true a part that cannot run is a failure.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from './chromium.mjs';

const source = import.meta.dirname;
const root = resolve(source, '../..');
const target = resolve(root, process.env.CARGO_TARGET_DIR ?? 'target');
const built = join(target, 'npm/innovation');
const cases = join(target, 'vectors/cases.ndjson');
const node = join(target, 'node');
const stage = join(node, 'web');
const installed = join(node, 'node_modules/innovation-core');

let passed = 0;
let failed = 0;

function say(word, name, about) {
  console.log(`${word.padEnd(8)}${name.padEnd(12)}${about}`);
}

/** Runs one part in Node; its last line says how many laws held. */
function part(name, missing, ...command) {
  partOf(process.execPath, name, missing, ...command);
}

function partOf(program, name, missing, ...command) {
  if (missing) {
    const counts = process.env.CI === 'true';
    failed += counts ? 1 : 0;
    say(counts ? 'FAILED' : 'SKIPPED', name, missing);
    return;
  }
  const { status, stdout, stderr, error } = spawnSync(program, command, {
    cwd: stage,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 600_000,
  });
  const counted = /^(\d+) passed, (\d+) failed$/m.exec(stdout ?? '');
  const good = Number(counted?.[1] ?? (status === 0 ? 1 : 0));
  const bad = Math.max(Number(counted?.[2] ?? 0), status === 0 ? 0 : 1);
  passed += good;
  failed += bad;
  say(bad ? 'FAILED' : 'ok', name, `${good} passed, ${bad} failed`);
  if (bad) {
    const output = `${stdout ?? ''}${stderr ?? ''}${error ?? ''}`;
    console.log(output.trimEnd().replace(/^/gm, '  | '));
  }
}

function prepare() {
  const tools = spawnSync(process.execPath, [join(source, 'tools.mjs'), node], { stdio: 'inherit' });
  if (tools.status !== 0) {
    throw new Error('the tools cannot be installed');
  }
  for (const [path, how] of [
    [built, 'cargo run -p tests --bin wasm-package'],
    [cases, 'cargo test -p tests'],
  ]) {
    if (!existsSync(path)) {
      throw new Error(`${path} is missing: ${how}`);
    }
  }
  for (const [from, to] of [
    [source, stage],
    [built, installed],
  ]) {
    rmSync(to, { recursive: true, force: true });
    cpSync(from, to, { recursive: true });
  }
  cpSync(cases, join(stage, 'bundled/cases.ndjson'));
}

try {
  prepare();
  const browser = chromium() ? undefined : 'no Chromium: apt-get install chromium';
  const tsc = join(node, 'node_modules/typescript/bin/tsc');
  part('node', undefined, 'node.mjs', cases);
  const requests = join(target, 'debug/requests');
  const unbuilt = existsSync(requests) ? undefined : 'no program of requests: cargo build -p tests';
  part('random', unbuilt, 'differential.mjs', requests);
  part('types', undefined, tsc, '--project', 'types');
  part('browser', browser, 'browser/run.mjs', installed, cases);
  part('vite', browser, 'bundled/vite.mjs', join(node, 'vite'));
  part('webpack', browser, 'bundled/webpack.mjs', join(node, 'webpack'));
  const manual = ['run', '--allow-all', '--no-lock', '--node-modules-dir=manual'];
  for (const [name, file, ...flags] of [
    ['deno', '@deno/linux-x64-glibc/deno', ...manual],
    ['bun', '@oven/bun-linux-x64/bin/bun'],
  ]) {
    const program = join(node, 'node_modules', file);
    const missing = existsSync(program) ? undefined : `no ${file} for this machine`;
    partOf(program, name, missing, ...flags, 'node.mjs', cases);
  }
} catch (fault) {
  failed += 1;
  say('FAILED', 'prepare', fault.message);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;

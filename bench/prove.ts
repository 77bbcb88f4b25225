import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printProof } from '../test/cloud/print-proof.ts';
import { proveCloud } from '../test/cloud/prove-cloud.ts';
import { printDigestProof } from '../test/crash-explorer/print-digest-proof.ts';
import { proveDigest, WHOLE } from '../test/crash-explorer/prove-digest.ts';

const COLD_STARTS = 5;

/** Plays the deployed stack on the embedded services and judges it. @returns whether the proof holds */
async function proveOnCloud(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'vigil-proof-'));
  try {
    const proof = await proveCloud(folder, {
      coldStarts: COLD_STARTS,
      onStep: (step) => process.stderr.write(`\rcloud: ${step}\x1b[K`),
    });
    process.stderr.write('\r\x1b[K');
    console.log(printProof(proof));
    return proof.problems.length === 0;
  } catch (error) {
    process.stderr.write('\r\x1b[K');
    console.log(`not proved: the stack cannot be set up: ${(error as Error).message}`);
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Breaks the digest's stages at every port call and judges what readers get. @returns whether the proof holds */
async function proveDigests(): Promise<boolean> {
  let toldAt = 0;
  const proof = await proveDigest(WHOLE, (step) => {
    if (Date.now() - toldAt < 200) return;
    toldAt = Date.now();
    process.stderr.write(`\rdigest: ${step}\x1b[K`);
  });
  process.stderr.write('\r\x1b[K');
  console.log(printDigestProof(proof));
  return proof.problems.length === 0;
}

const PROOFS = { cloud: proveOnCloud, digest: proveDigests };

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in PROOFS));
if (unknown.length > 0) {
  console.error(`prove: no proof named ${unknown.join(', ')}; choose from ${Object.keys(PROOFS).join(', ')}`);
  process.exit(2);
}
for (const [name, prove] of Object.entries(PROOFS)) {
  if ((wanted.length === 0 || wanted.includes(name)) && !(await prove())) process.exitCode = 1;
}

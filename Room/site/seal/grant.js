import { demand, fromText, isId, refusal } from "./bytes.js";
import { isCount, shape } from "./canonical.js";
import { keysAt } from "./directory.js";
import { checkPoint, pointOf, sizeOf } from "./merkle.js";
import { isContinued } from "./roster.js";
import { readStatement, signStatement, verifyStatement } from "./statement.js";
export const BASES = Object.freeze(["consent", "exception", "handover", "roster"]);
export function signGrant(grant, signer) {
  checkGrant(grant);
  return signStatement("grant", grant, [signer]);
}
export async function readGrant(bytes, { core, hash }, directory, access, basisHolds = () => false) {
  const statement = readStatement(bytes, "grant");
  const grant = (statement.value);
  checkGrant(grant);
  for (const name of (["pool", "eng", "rec", "ver"])) demand(grant[name] === core[name], "grant");
  demand(grant.env === hash && grant.cp.size <= sizeOf(directory.tree), "grant");
  demand((await pointOf(directory.tree, grant.cp.size)).root === grant.cp.root, "grant");
  await verifyStatement(statement, [keyAt(directory, grant.by, grant.cp.size).signKey]);
  keyAt(directory, grant.to, grant.cp.size);
  const reads = core.to.some(({ u, k }) => u === grant.by.u && isContinued(directory, u, k, grant.by.k));
  demand(reads || (access.grants ?? []).some(({ env, to }) => env === hash && to.u === grant.by.u), "grant");
  checkBasis(grant, core, directory, access, basisHolds);
  return grant;
}
function checkBasis(grant, core, directory, { rosters }, basisHolds) {
  if (grant.basis === "roster") {
    const member = rosters.get(grant.ref)?.members.find(({ u }) => u === grant.to.u);
    demand(rosters.get(grant.ref)?.eng === core.eng && member?.can.includes("read"), "grant");
    demand(isContinued(directory, grant.to.u, member?.k ?? 0, grant.to.k), "grant");
    return;
  }
  if (grant.basis === "consent") {
    const giver = rosters.get(core.roster)?.members.find(({ u }) => u === grant.by.u);
    demand(giver?.role === "client", "grant");
  }
  demand(basisHolds(grant), "grant");
}
function checkGrant(grant) {
  shape(grant, "at basis by cp eng env pool rec ref to ver", "grant");
  demand(isId(grant.pool) && isId(grant.eng) && isId(grant.rec) && isCount(grant.ver, 1) && isCount(grant.at), "grant");
  for (const holder of [grant.by, grant.to]) {
    shape(holder, "k u", "grant");
    demand(isId(holder.u) && isCount(holder.k, 1), "grant");
  }
  demand(BASES.includes(grant.basis) && grant.by.u !== grant.to.u, "grant");
  try {
    fromText(grant.env, 32);
    fromText(grant.ref, 32);
    checkPoint(grant.cp, "grant");
  } catch {
    throw refusal("grant");
  }
}
function keyAt(directory, { u, k }, size) {
  try {
    return keysAt(directory, u, k, size);
  } catch {
    throw refusal("grant");
  }
}

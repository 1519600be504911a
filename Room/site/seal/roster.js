import { demand, fromText, isId, refusal, sha256, toText } from "./bytes.js";
import { isCount, shape } from "./canonical.js";
import { keysAt, keysOf } from "./directory.js";
import { checkPoint, pointOf, sizeOf } from "./merkle.js";
import { ascend } from "./record.js";
import { readStatement, signStatement, verifyStatement } from "./statement.js";
export const ROLES = Object.freeze(["client", "guardian", "practitioner", "safeguarding", "sponsor", "supervisor"]);
export const REASONS = Object.freeze(["create", "join", "keys", "leave", "role"]);
const MEMBER_LIMIT = 64;
export function signRoster(roster, signers) {
  checkRoster(roster);
  return signStatement("roster", roster, signers);
}
export async function readRoster(bytes, asked, directory, previous, named = {}) {
  const statement = readStatement(bytes, "roster");
  const roster = statement.value;
  checkRoster(roster);
  demand(roster.pool === asked.pool && roster.eng === asked.eng, "roster");
  demand(roster.seq === (previous?.seq ?? 0) + 1 && roster.prev === (previous?.hash ?? ""), "roster");
  demand((roster.reason === "create") === (previous === null) && roster.at >= (previous?.at ?? 0), "roster");
  await checkSeen(directory, roster.cp);
  const keyOf = ({ u, k }) => keyAt(directory, u, k, roster.cp.size);
  roster.members.forEach(keyOf);
  const signers = signersOf(directory, (roster), previous, named.guardian);
  await verifyStatement(statement, signers.map(keyOf));
  return ({ ...roster, hash: toText(await sha256(statement.body)) });
}
export function isContinued(directory, user, from, k) {
  if (k < from) return false;
  for (let number = from + 1; number <= k; number += 1) {
    if (keysOf(directory, user, number).reason !== "rotate") return false;
  }
  return true;
}
function signersOf(directory, roster, previous, guardian) {
  const inRole = (list, role) => list.filter((member) => member.role === role);
  const [clients, practitioners] = [inRole(roster.members, "client"), inRole(roster.members, "practitioner")];
  if (guardian !== undefined) {
    const signer = inRole(roster.members, "guardian").find(({ u }) => u === guardian);
    demand(signer, "roster");
    const before = inRole(previous?.members ?? [], "guardian").find(({ u }) => u === guardian);
    demand(previous === null || (before && isContinued(directory, guardian, before.k, signer.k)), "roster");
    return previous === null ? [signer, ...practitioners] : [signer];
  }
  if (previous === null) return [...clients, ...practitioners];
  const before = new Map(inRole(previous.members, "client").map((member) => [member.u, member]));
  const staying = clients.filter(({ u }) => before.has(u));
  demand(staying.length > 0, "roster");
  const reset = staying.some(({ u, k }) => !isContinued(directory, u, before.get(u).k, k));
  if (!reset) return clients;
  const beside = inRole(previous.members, "practitioner").filter(({ u }) => clients.every((client) => client.u !== u));
  demand(beside.length > 0 && beside.every(({ u }) => practitioners.some((one) => one.u === u)), "roster");
  return [...clients, ...practitioners.filter(({ u }) => beside.some((one) => one.u === u))];
}
function checkRoster(roster) {
  shape(roster, "agreement at cp eng members pool prev reason seq", "roster");
  demand(isId(roster.pool) && isId(roster.eng) && isCount(roster.seq, 1) && isCount(roster.at), "roster");
  demand((roster.seq === 1) === (roster.prev === "") && REASONS.includes(roster.reason), "roster");
  try {
    for (const hash of [roster.prev, roster.agreement]) if (hash !== "") fromText(hash, 32);
    checkPoint(roster.cp, "roster");
  } catch {
    throw refusal("roster");
  }
  const { members } = roster;
  demand(Array.isArray(members) && members.length > 0 && members.length <= MEMBER_LIMIT, "roster");
  members.forEach(checkMember);
  demand(ascend(members) && members.some(({ role }) => role === "client"), "roster");
}
function checkMember(member) {
  shape(member, "can k role u", "roster");
  demand(isId(member.u) && isCount(member.k, 1) && ROLES.includes(member.role) && Array.isArray(member.can), "roster");
  demand(["[]", '["read"]', '["read","write"]'].includes(JSON.stringify(member.can)), "roster");
  demand(member.role !== "sponsor" || member.can.length === 0, "roster");
}
async function checkSeen(directory, cp) {
  demand(cp.size <= sizeOf(directory.tree) && (await pointOf(directory.tree, cp.size)).root === cp.root, "roster");
}
function keyAt(directory, user, k, size) {
  try {
    return keysAt(directory, user, k, size).signKey;
  } catch {
    throw refusal("roster");
  }
}

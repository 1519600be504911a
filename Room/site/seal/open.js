import { demand, equal, refusal, sha256, toText } from "./bytes.js";
import { follows, note } from "./chain.js";
import { keysAt, keysOf } from "./directory.js";
import { pointOf, sizeOf } from "./merkle.js";
import { oneTimeAuthor } from "./onetime.js";
import { unpad } from "./padding.js";
import { openText, readEnvelope } from "./record.js";
import { isContinued } from "./roster.js";
import { readStatement, verifyStatement } from "./statement.js";
const ONE_TIME = new Set(["complaint", "request"]);
const BY_PARTIES = new Set(["agreement", "complaint", "reply", "request"]);
export async function openRecord(record, asked, world, reader) {
  let step = 1;
  const at = (next, work) => ((step = next), work());
  try {
    const statement = at(1, () => readStatement(record.statement, "envelope"));
    const envelope = readEnvelope(statement.value);
    const { core } = envelope;
    const hash = toText(await sha256(statement.body));
    at(2, () => {
      for (const name of ["pool", "eng", "rec", "ver", "kind"]) {
        demand(!(name in asked) || core[name] === asked[name], "record");
      }
      demand(core.pool === asked.pool && core.eng === asked.eng && (!asked.env || asked.env === hash), "record");
    });
    const authorKey = await at(3, () => keyOfAuthor(core, world));
    await at(4, () => verifyStatement(statement, [authorKey]));
    const holder = at(5, () => checkAccess(core, hash, world, reader));
    at(6, () => (world.chain ? follows(world.chain, core, hash) : demand(asked.env === hash, "chain")));
    await at(7, async () => {
      demand(record.text.length === core.plen + 16 && equal(await sha256(record.text), envelope.cth), "record");
    });
    const own = { holder, pair: reader.pairs.get(holder.k) };
    const padded = await at(8, () => openText({ ...record, core, commit: envelope.commit }, (own)));
    const body = at(11, () => unpad(core.kind, padded));
    at(12, () => world.schema?.(body, core.kind));
    if (world.chain) note(world.chain, core, hash);
    return { core, commit: envelope.commit, body, hash, holder };
  } catch {
    throw Object.assign(refusal("record"), { step });
  }
}
async function keyOfAuthor(core, { directory, oneTime }) {
  demand(core.cp.size <= sizeOf(directory.tree), "history");
  demand((await pointOf(directory.tree, core.cp.size)).root === core.cp.root, "history");
  if (core.akey > 0) return keysAt(directory, core.author, core.akey, core.cp.size).signKey;
  demand(oneTime && ONE_TIME.has(core.kind) && (await oneTimeAuthor(oneTime)) === core.author, "record");
  return (oneTime);
}
function checkAccess(core, hash, { directory, access }, reader) {
  if (core.roster !== "") checkRoster(core, directory, access);
  else if (BY_PARTIES.has(core.kind)) checkParties(core, access.parties ?? []);
  else demand(core.to.length === 1 && core.to[0].u === core.author, "record");
  const named = core.to.find(({ u }) => u === reader.user);
  const granted = (access.grants ?? []).find(({ to, env }) => to.u === reader.user && env === hash);
  const holder = named ?? granted?.to;
  demand(holder && reader.pairs.has(holder.k), "record");
  return holder;
}
function checkRoster(core, directory, access) {
  const roster = access.rosters.get(core.roster);
  demand(roster && roster.pool === core.pool && roster.eng === core.eng, "record");
  const member = (u) => roster.members.find((one) => one.u === u);
  const may = (u, k, what) => member(u)?.can.includes(what) && isContinued(directory, u, member(u).k, k);
  demand(may(core.author, core.akey, "write"), "record");
  for (const { u, k } of core.to) demand(may(u, k, "read"), "record");
}
function checkParties(core, parties) {
  const isParty = (u, k) => parties.some((party) => party.u === u && party.k === k);
  demand(core.akey === 0 || isParty(core.author, core.akey), "record");
  for (const { u, k } of core.to) demand(isParty(u, k), "record");
}
export const readerOf = (directory, { u, k }) => ({ u, k, encKey: keysOf(directory, u, k).encKey });

import { compare, fromText, wipe } from "../seal/bytes.js";
import { parse, serialise } from "../seal/canonical.js";
import { current } from "../seal/directory.js";
import { readKeys } from "../seal/keys.js";
import { readStatement, signBody, verifyStatement } from "../seal/statement.js";
import { Alarm, verified } from "./alarm.js";
import { tellOtherPages } from "./start.js";
import { syncTree } from "./tree.js";
import { draftKeys, sent, stateKeys } from "./ways.js";
import { to } from "./words.js";
export async function putReset(room, id, { kit, passphrase, by }) {
  const { api, store, config: { pool }, session: { user } } = (room);
  const directory = await syncTree(api, store, pool);
  const last = current(directory, user);
  if (!last) throw new Alarm("own", { user });
  const seq = last.seq + 1; // a user key goes with each number of keys, so it is the epoch as well
  const draft = await draftKeys({ pool, user, epoch: seq, seq }, { kit, passphrase });
  const named = by.map(({ user: u, k }) => ({ k, u })).sort((a, b) => compare(fromText(a.u), fromText(b.u)));
  for (const { u, k } of named) if (current(directory, u)?.seq !== k) throw new Alarm("log", { attester: u, k });
  const statement = await stateKeys(draft, directory, { reason: "reset", at: api.now(), prev: last.hash, by: named, signers: [draft.sign] });
  wipe(draft.userKey, draft.signSeed, draft.encSecret);
  return api.put(`/resets/${id}/keys`, { ...sent(draft), kit_kept: true, statement });
}
export const finishReset = (room, id) => room.api.post(`/resets/${id}/finish`);
export async function attest(room, reset) {
  const bytes = serialise(reset.statement);
  const statement = await verified("reset", { statement: bytes }, async () => {
    const read = readStatement(bytes, "keys");
    const keys = await readKeys(read.body);
    const mine = keys.by.some(({ u, k }) => u === room.session.user && k === room.identity.seq);
    const last = current(room.directory, reset.user);
    if (keys.reason !== "reset" || keys.user !== reset.user || !mine || keys.prev !== last?.hash) throw new Alarm("reset", { statement: bytes });
    await verifyStatement({ ...read, signatures: read.signatures.slice(0, 1) }, [keys.signKey]);
    return read;
  });
  const signed = await signBody("keys", statement.body, [room.identity.sign]);
  return room.api.post(`/resets/${reset.id}/attestations`, { statement: parse(signed) });
}
export function changeDone(page = "") {
  tellOtherPages();
  location.replace(to(page));
}

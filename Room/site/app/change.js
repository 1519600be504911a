import { wipe } from "../seal/bytes.js";
import { current } from "../seal/directory.js";
import * as locker from "../seal/locker.js";
import { stretch } from "../seal/stretching.js";
import { followBundle, wayOfPassphrase } from "../seal/unlock.js";
import { accountOf, confirmed } from "./confirm.js";
import { remember } from "./room.js";
import { unlock, userKeyOf } from "./sign-in.js";
import { syncTree } from "./tree.js";
import { draftKeys, entry, kitSlots, sent, stateKeys } from "./ways.js";
export async function changePassphrase(room, values, passphrase) {
  const { api, config: { pool }, session: { user }, kdf } = (room);
  const about = { pool, user, epoch: room.identity.epoch };
  const way = await wayOfPassphrase(await accountOf(room, values), await stretch(passphrase, kdf, pool, user));
  const userKey = await userKeyOf(room);
  const put = [await entry(way, { ...about, params: { ...kdf, pass: passphrase !== null } }, userKey)];
  wipe(userKey);
  await confirmed(room, values, (confirm) => api.put("/slots", { confirm, epoch: about.epoch, put, remove: [] }));
  await keepPass(room, passphrase !== null);
}
export async function changeKit(room, values, kit) {
  const { api, config: { pool }, session: { user }, kdf } = (room);
  const about = { pool, user, epoch: room.identity.epoch };
  const userKey = await userKeyOf(room);
  const { slots, account } = await kitSlots(about, { kit, passphrase: room.identity.pass ? values.current : null, kdf, userKey });
  wipe(userKey);
  const { session } = await confirmed(room, values, (confirm) => api.put("/slots", { confirm, epoch: about.epoch, put: slots, remove: [] }));
  room.session = session;
  if (!room.me?.shared) await locker.enrol(room.store, account);
}
export async function removePasskey(room, values, credential) {
  const { epoch } = room.identity;
  await confirmed(room, values, (confirm) => room.api.put("/slots", { confirm, epoch, put: [], remove: [credential] }));
  await remember(room, { passkeys: (room.me?.passkeys ?? []).filter((one) => one !== credential) });
}
export async function renewWays(room, { way, kit, passphrase }) {
  const { api, config: { pool }, session: { user } } = room;
  const served = await api.get("/slots");
  const { share } = await api.get("/session");
  await unlock(room, { way, slots: served.slots, bundle: served.bundle, session: room.session, share, credential: undefined });
  const userKey = await userKeyOf(room);
  const about = { pool, user, epoch: served.epoch };
  const made = await kitSlots(about, { kit, passphrase, kdf: (room).kdf, userKey });
  wipe(userKey);
  const { session } = await api.put("/slots", { epoch: about.epoch, put: made.slots, remove: [] });
  room.session = session;
  await locker.enrol(room.store, made.account);
  await keepPass(room, passphrase !== null);
}
export async function rotate(room, values, { kit, passphrase }) {
  const { api, store, config: { pool }, session: { user }, identity } = (room);
  const draft = await draftKeys({ pool, user, epoch: identity.epoch + 1, seq: identity.seq + 1 }, { kit, passphrase });
  const userKey = await userKeyOf(room);
  const { bundle: sealed } = await store.get("bundle");
  const bundle = await followBundle({ userKey, bundle: sealed, about: { pool, user, epoch: identity.epoch } },
    { userKey: draft.userKey, epoch: draft.epoch, seq: draft.seq, sign: draft.signSeed, enc: draft.encSecret });
  wipe(userKey, draft.signSeed, draft.encSecret);
  const directory = await syncTree(api, store, pool);
  const prev = (current(directory, user)).hash;
  const body = { ...sent({ ...draft, bundle }), kit_kept: true };
  await confirmed(room, values, async (confirm) => {
    const statement = await stateKeys(draft, directory, { reason: "rotate", at: api.now(), prev, signers: [identity.sign, draft.sign] });
    return api.post("/keys", { ...body, confirm, statement });
  });
  const { session, share } = await api.get("/session");
  await unlock(room, { way: draft.way, slots: draft.slots, bundle, session, share, credential: undefined });
  room.session = session;
  await locker.enrol(store, draft.account);
  wipe(draft.userKey);
  await remember(room, { passkeys: [], shared: false });
}
async function keepPass(room, pass) {
  room.identity.pass = pass;
  await room.store.put("bundle", { ...(await room.store.get("bundle")), pass });
  await remember(room);
}

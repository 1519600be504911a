import { auditOwn, current } from "../seal/directory.js";
import { verified } from "./alarm.js";
import { syncTree } from "./tree.js";
export async function audit({ api, store, config }, { user, identity, kdf }) {
  const directory = await syncTree(api, store, config.pool);
  const entry = current(directory, user);
  const held = { user, seq: identity.seq, sign_pk: identity.sign.publicKey, enc_pk: identity.enc.publicKey };
  const logged = entry ? { seq: entry.seq, sign_pk: entry.signKey, enc_pk: entry.encKey, leaf: entry.leaf } : {};
  await verified("own", { held, logged }, () => auditOwn(directory, user, identity, kdf));
  return directory;
}

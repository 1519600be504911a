import { random, toText } from "../seal/bytes.js";
import { parse } from "../seal/canonical.js";
import { privateKey } from "../seal/derive.js";
import { signKeys } from "../seal/keys.js";
import { pointOf } from "../seal/merkle.js";
import { FLOOR, stretch } from "../seal/stretching.js";
import { accountKey, sealBundle, sealSlot, wayOfKit, wayOfPassphrase } from "../seal/unlock.js";
export const freshKdf = () => ({ alg: FLOOR.alg, iterations: FLOOR.iterations, salt: toText(random(16)) });
export async function entry(way, about, userKey) {
  return { auth_pk: toText(way.auth.publicKey), slot: await sealSlot(way, about, userKey) };
}
export async function kitSlots(about, { kit, passphrase, kdf, userKey }) {
  const account = await accountKey(kit);
  const byPassphrase = await wayOfPassphrase(account, await stretch(passphrase, kdf, about.pool, about.user));
  const slots = [
    await entry(await wayOfKit(kit), { ...about, params: {} }, userKey),
    await entry(byPassphrase, { ...about, params: { ...kdf, pass: passphrase !== null } }, userKey),
  ];
  return { account, slots, way: byPassphrase };
}
export async function draftKeys({ pool, user, epoch, seq }, { kit, passphrase }) {
  const [userKey, signSeed, encSecret, kdf] = [random(32), random(32), random(32), freshKdf()];
  const about = { pool, user, epoch };
  const made = await kitSlots(about, { kit, passphrase, kdf, userKey });
  const bundle = await sealBundle(userKey, about, { seq, sign: signSeed, enc: encSecret, old: [] });
  const sign = await privateKey("Ed25519", signSeed);
  const enc = await privateKey("X25519", encSecret);
  return { ...about, seq, kdf, userKey, bundle, sign, enc, signSeed, encSecret, pass: passphrase !== null, ...made };
}
export async function stateKeys(draft, directory, { reason, at, prev, by = [], signers }) {
  const keys = {
    pool: draft.pool, user: draft.user, seq: draft.seq, prev, signKey: draft.sign.publicKey, encKey: draft.enc.publicKey,
    kdf: draft.kdf, reason, at, cp: await pointOf(directory.tree), by,
  };
  return parse(await signKeys((keys), signers));
}
export const sent = ({ bundle, slots }) => ({ bundle, slots });

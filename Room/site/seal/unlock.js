import { concat, demand, fromText, isId, random, readU32, refusal, toText, u32, wipe } from "./bytes.js";
import { isCount, serialise, shape } from "./canonical.js";
import { aesKey, decrypt, encrypt, expand, hkdf, mac, macKey, NO_SALT, privateKey } from "./derive.js";
import { label } from "./labels.js";
import { checkParameters } from "./stretching.js";
export const accountKey = async (kit) => macKey(await hkdf(kit, NO_SALT, label("accountKey")));
export async function wayOfPassphrase(account, stretched) {
  const prk = await mac(account, stretched);
  const kek = await expand(prk, label("slotPassphrase"));
  return way("pw", kek, await expand(prk, label("authPassphrase")));
}
export const wayOfKit = async (kit) =>
  way("kit", await hkdf(kit, NO_SALT, label("slotKit")), await hkdf(kit, NO_SALT, label("authKit")));
export async function wayOfPasskey(output) {
  demand(output.length === 32, "key");
  const kek = await hkdf(output, NO_SALT, label("slotPasskey"));
  return way("prf", kek, await hkdf(output, NO_SALT, label("authPasskey")));
}
export async function sealSlot(by, { pool, user, epoch, params }, userKey, draw = random) {
  const open = { epoch, kind: by.kind, params, pool, suite: 1, user, v: 1 };
  checkSlot({ ...open, blob: "" });
  const iv = draw(12);
  return { ...open, blob: toText(concat(iv, await encrypt(by.kek, iv, userKey, serialise(open)))) };
}
export async function openSlot(by, slot, pool, user) {
  checkSlot(slot);
  demand(slot.pool === pool && slot.user === user && slot.kind === by.kind, "slot");
  const userKey = await openBlob(by.kek, slot);
  demand(userKey.length === 32, "sealed");
  return userKey;
}
export function checkSlot(slot) {
  shape(slot, "blob epoch kind params pool suite user v", "slot");
  demand(slot.v === 1 && slot.suite === 1, "floor");
  demand(isId(slot.pool) && isId(slot.user) && isCount(slot.epoch, 1), "slot");
  if (slot.kind === "pw") {
    const { pass, ...kdf } = slot.params ?? {};
    demand(typeof pass === "boolean", "slot");
    checkParameters(kdf);
  } else if (slot.kind === "kit") {
    shape(slot.params, "", "slot");
  } else {
    shape(slot.params, "credential salt", "slot");
    demand(slot.kind === "prf" && text(slot.params.salt).length === 32, "slot");
    demand(text(slot.params.credential).length > 0, "slot");
  }
}
export async function sealBundle(userKey, { pool, user, epoch }, keys, draw = random) {
  const open = { epoch, pool, suite: 1, user, v: 1 };
  const old = keys.old.map(({ k, enc }) => concat(u32(k), enc));
  const plain = concat(u32(keys.seq), keys.sign, keys.enc, Uint8Array.of(old.length), ...old);
  const iv = draw(12);
  const blob = toText(concat(iv, await encrypt(await bundleKey(userKey), iv, plain, serialise(open))));
  wipe(plain, ...old);
  return { ...open, blob };
}
export async function followBundle(before, next) {
  const plain = await bundlePlain(before.userKey, before.bundle, before.about);
  const old = Array.from({ length: plain[68] }, (_, at) => plain.subarray(69 + 36 * at, 105 + 36 * at))
    .map((part) => ({ k: readU32(part), enc: part.subarray(4) }));
  old.push({ k: readU32(plain), enc: plain.subarray(36, 68) });
  const { userKey, epoch, ...keys } = next;
  const sealed = await sealBundle(userKey, { ...before.about, epoch }, { ...keys, old });
  wipe(plain);
  return sealed;
}
export async function openBundle(userKey, bundle, about) {
  const plain = await bundlePlain(userKey, bundle, about);
  const old = new Map();
  for (let at = 69; at < plain.length; at += 36) {
    old.set(readU32(plain, at), await privateKey("X25519", plain.subarray(at + 4, at + 36)));
  }
  const sign = await privateKey("Ed25519", plain.subarray(4, 36));
  const enc = await privateKey("X25519", plain.subarray(36, 68));
  const seq = readU32(plain);
  wipe(plain);
  return { seq, sign, enc, old };
}
async function bundlePlain(userKey, bundle, { pool, user, epoch }) {
  shape(bundle, "blob epoch pool suite user v", "slot");
  demand(bundle.v === 1 && bundle.suite === 1, "floor");
  demand(bundle.pool === pool && bundle.user === user && bundle.epoch === epoch, "slot");
  const plain = await openBlob(await bundleKey(userKey), bundle);
  demand(plain.length >= 69 && plain.length === 69 + 36 * plain[68], "sealed");
  return plain;
}
async function way(kind, kek, seed) {
  const made = { kind, kek: await aesKey(kek), auth: await privateKey("Ed25519", seed) };
  wipe(kek, seed);
  return made;
}
const bundleKey = async (userKey) => aesKey(await hkdf(userKey, NO_SALT, label("bundle")));
async function openBlob(key, { blob, ...open }) {
  const bytes = text(blob);
  demand(bytes.length >= 28, "sealed");
  return decrypt(key, bytes.subarray(0, 12), bytes.subarray(12), serialise(open));
}
function text(value) {
  try {
    return fromText(value);
  } catch {
    throw refusal("slot");
  }
}

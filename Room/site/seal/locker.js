import { concat, demand, random } from "./bytes.js";
import { serialise } from "./canonical.js";
import { aesKey, decrypt, encrypt, mac } from "./derive.js";
import { label } from "./labels.js";
export async function keepUserKey(store, about, userKey, share) {
  const lock = await crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256", length: 256 }, false, ["sign"]);
  const iv = random(12);
  const text = await encrypt(await lockKey(lock, share), iv, userKey, serialise(about));
  await store.put("open", { about: { ...about }, lock, iv, text });
}
export async function keptUserKey(store, share) {
  const kept = await store.get("open");
  if (!kept) return null;
  const { pool, user, epoch } = kept.about;
  const userKey = await decrypt(await lockKey(kept.lock, share), kept.iv, kept.text, serialise({ epoch, pool, user }));
  return { pool, user, epoch, userKey };
}
export const lock = (store) => store.remove("open");
export async function makeProofKey(store) {
  const { privateKey, publicKey } = (
    await crypto.subtle.generateKey({ name: "Ed25519" }, true, ["sign", "verify"])
  );
  const wrapper = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["wrapKey", "unwrapKey"]);
  const iv = random(12);
  const wrapped = await crypto.subtle.wrapKey("pkcs8", privateKey, wrapper, { name: "AES-GCM", iv });
  const raw = new Uint8Array(await crypto.subtle.exportKey("raw", publicKey));
  await store.put("proof", { wrapper, iv, wrapped: new Uint8Array(wrapped), publicKey: raw });
  return proofKey(store);
}
export async function proofKey(store) {
  const kept = await store.get("proof");
  if (!kept) return null;
  const { wrapped, wrapper, iv } = kept;
  const how = { name: "AES-GCM", iv };
  const key = await crypto.subtle.unwrapKey("pkcs8", wrapped, wrapper, how, { name: "Ed25519" }, false, ["sign"]);
  return { key, publicKey: kept.publicKey };
}
export async function enrol(store, account) {
  demand(!account.extractable && account.algorithm.name === "HMAC", "key");
  await store.put("account", account);
}
export const enrolled = async (store) => (await store.get("account")) ?? null;
export async function leave(store) {
  await store.remove("open");
  await store.remove("proof");
}
export async function forget(store) {
  await leave(store);
  await store.remove("account");
}
async function lockKey(lockingKey, share) {
  demand(share.length === 32, "sealed");
  return aesKey(await mac(lockingKey, concat(label("device"), share)));
}

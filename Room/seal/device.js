// SPDX-License-Identifier: EUPL-1.2

/**
 * The browser's own storage as a store of values by name for `locker.js`: one database, one table, no plaintext of
 * anything.
 */

const NAME = "confidant-room";
const TABLE = "kept";

/** Asks the browser to keep what is stored; some ask the person, so nobody waits for the answer. */
export const askToKeep = () => void navigator.storage?.persist?.().catch(() => false);

/**
 * Opens the store.
 * @param {IDBFactory} [factory]
 * @returns {Promise<import("./locker.js").Store & {close(): void}>}
 */
export async function openStore(factory = indexedDB) {
  const database = await open(factory);
  return {
    get: (name) => run(database, "readonly", (table) => table.get(name)),
    put: (name, value) => run(database, "readwrite", (table) => table.put(value, name)),
    remove: (name) => run(database, "readwrite", (table) => table.delete(name)),
    close: () => database.close(),
  };
}

/** Deletes the whole database: "forget this device". @param {IDBFactory} [factory] */
export const destroyStore = (factory = indexedDB) =>
  new Promise((resolve, reject) => {
    const request = factory.deleteDatabase(NAME);
    request.onsuccess = () => resolve(undefined);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("blocked"));
  });

/** @param {IDBFactory} factory @returns {Promise<IDBDatabase>} */
function open(factory) {
  return new Promise((resolve, reject) => {
    const request = factory.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(TABLE);
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("blocked"));
  });
}

/**
 * One transaction; resolves when it is complete, so that what was put survives a reload.
 * @param {IDBDatabase} database
 * @param {IDBTransactionMode} mode
 * @param {(table: IDBObjectStore) => IDBRequest} act
 */
function run(database, mode, act) {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(TABLE, mode);
    const request = act(transaction.objectStore(TABLE));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error ?? request.error);
    transaction.onerror = () => reject(transaction.error ?? request.error);
  });
}

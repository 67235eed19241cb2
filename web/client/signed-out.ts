/**
 * Runs on the pages of nobody who is signed in: closes what the device keeps of the session before, where the service
 * worker did not see that it ended. The names are the worker's and the sealed store's, with which this file shares none.
 */
if ('caches' in window) {
  void caches.delete('pages');
  const mark = JSON.stringify({ session: '', from: 0, until: Date.now() });
  void caches.open('session').then((marks) => marks.put('/session', new Response(mark)));
}
if ('indexedDB' in window) indexedDB.deleteDatabase('so-chi-bo-key');

export {};

// `gather.seat(request)` for `call('gather.seat', request)`, over any way of calling.
export function namespace(call, verb, operations) {
  const entries = operations.map((operation) => [
    operation,
    (request, options) => call(`${verb}.${operation}`, request, options),
  ]);
  return Object.freeze(Object.fromEntries(entries));
}

// What an operation refuses, as a real error.
export class InnovationError extends Error {
  constructor({ code, path, message, hint, details }) {
    super(message);
    this.code = code;
    this.path = path;
    this.hint = hint;
    this.details = details;
  }

  get name() {
    return 'InnovationError';
  }
}

/** Reads an answer: gives a response, throws an error. */
export function opened(text) {
  const answer = JSON.parse(text);
  if (answer.error) {
    throw new InnovationError(answer.error);
  }
  return answer;
}

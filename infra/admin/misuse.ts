/** A command that is not given what it needs: its use is printed with it. */
export class Misuse extends Error {}

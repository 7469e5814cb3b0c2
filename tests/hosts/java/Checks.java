import innovation.Innovation.Refused;
import java.util.Objects;

/** What the Java programs share: a count of checks. */
final class Checks {
    private int passed;
    private int failed;

    void holds(boolean held, String what) {
        if (held) {
            passed++;
        } else {
            failed++;
            System.out.println("not so: " + what);
        }
    }

    void equal(Object expected, Object found, String what) {
        holds(Objects.equals(expected, found), what + ": " + found + ", not " + expected);
    }

    /** The exception by which a call is refused; a call that is not refused is a failed check. */
    Refused refusal(Runnable call, String what) {
        try {
            call.run();
        } catch (Refused refused) {
            return refused;
        }
        holds(false, what + " was not refused");
        return null;
    }

    /** Says how many checks held; nothing checked is a failure. */
    void end() {
        System.out.println(passed + " passed, " + failed + " failed");
        System.exit(failed == 0 && passed > 0 ? 0 : 1);
    }
}

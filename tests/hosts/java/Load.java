import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import innovation.Innovation;
import innovation.Innovation.Options;
import innovation.Innovation.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Eight threads, ten thousand calls each: the answers are right and memory does not grow. Run
 * with a small heap that is there from the start, so that what grows is memory of the library.
 */
final class Load {
    private static final int THREADS = 8;
    private static final int CALLS = 10_000;
    private static final int WARM_UP = 2_000;
    private static final long BOUND_KB = 8 * 1024;

    private static final JsonObject REQUEST = JsonParser.parseString(
            "{people: [{id: ana, role: nurse, unit: médecine}, {id: bo, role: patient}, {id: chi, role: family-carer},"
                    + " {id: dee, role: nurse}, {id: eli, role: ward-manager}], ties: [{a: ana, b: dee, weight: 2.5}],"
                    + " size: 3, seed: 1}").getAsJsonObject();

    /** Its error is long, as its name is. */
    private static final String WRONG_FIELD = "{\"" + "x".repeat(1000) + "\": 1}";

    private static final Options WATCHED = Options.NONE.progress((done, total, best) -> true);

    private final Innovation innovation = Innovation.load();

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Checks checks = new Checks();
        Load load = new Load();
        checks.equal(0, load.wrongOfAllThreads(WARM_UP), "wrong answers while warming up");
        long before = resident();
        checks.equal(0, load.wrongOfAllThreads(CALLS), "wrong answers");
        long after = resident();
        System.out.printf("%d threads x %d calls: %d kB before, %d kB after%n", THREADS, CALLS, before, after);
        checks.holds(before > 0 && after - before <= BOUND_KB, "memory does not grow by more than 8 MB");
        checks.end();
    }

    /** The memory that the process holds after a collection, in kB. */
    private static long resident() throws IOException, InterruptedException {
        System.gc();
        Thread.sleep(200);
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        return 0;
    }

    private int wrongOfAllThreads(int calls) throws InterruptedException {
        AtomicInteger wrong = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(() -> {
                for (int number = 0; number < calls; number++) {
                    if (!right(number)) {
                        wrong.incrementAndGet();
                    }
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return wrong.get();
    }

    /** One call in four is refused, one is on values and watched, two are on text. */
    private boolean right(int number) {
        switch (number % 4) {
            case 0:
                try {
                    innovation.callText("gather.select", WRONG_FIELD);
                    return false;
                } catch (Refused refused) {
                    return refused.code().equals("contract.unknown-field");
                }
            case 1:
                return innovation.call("gather.select", REQUEST, WATCHED).getAsJsonObject().getAsJsonArray("chosen").size() == 3;
            default:
                return innovation.callText("contract.operations", "{}").contains("\"gather.select\"");
        }
    }
}

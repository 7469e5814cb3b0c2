package innovation;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.jna.Callback;
import com.sun.jna.IntegerType;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Every operation of the innovation contract, through the C library and JNA.
 *
 * <pre>{@code
 * Innovation innovation = Innovation.load();
 * JsonObject selection = innovation.call("gather.select", request).getAsJsonObject();
 * }</pre>
 *
 * What the library refuses is thrown as {@link Refused}; a library that is missing or of another
 * version as {@link Unusable}. One object serves all threads: nothing is kept between calls.
 */
public final class Innovation {
    /** Version of the binary interface that this class speaks. */
    public static final int ABI_VERSION = 1;

    /** Version of the contract that this class speaks. */
    public static final int CONTRACT_VERSION = 1;

    private static final Gson GSON = new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

    private final C library;

    private Innovation(C library) {
        this.library = library;
    }

    /** The library that jna.library.path, LD_LIBRARY_PATH or the system's folders hold. */
    public static Innovation load() {
        return load("innovation");
    }

    /** The library at a path, or of a name that JNA looks for. */
    public static Innovation load(String library) {
        try {
            Innovation innovation = new Innovation(Native.load(library, C.class));
            innovation.check();
            return innovation;
        } catch (UnsatisfiedLinkError fault) {
            throw new Unusable("libinnovation cannot be loaded as " + library + ": " + fault.getMessage(), fault);
        }
    }

    /** Calls an operation by its name in the contract, with an empty request. */
    public JsonElement call(String operation) {
        return call(operation, new JsonObject());
    }

    /** Calls an operation by its name in the contract, as {@code call("gather.seat", request)}. */
    public JsonElement call(String operation, JsonElement request) {
        return call(operation, request, Options.NONE);
    }

    /** The same, with limits or a progress function. */
    public JsonElement call(String operation, JsonElement request, Options options) {
        return JsonParser.parseString(callText(operation, GSON.toJson(request), options));
    }

    /** Calls an operation on JSON text, and gives the text of the library untouched. */
    public String callText(String operation, String request) {
        return callText(operation, request, Options.NONE);
    }

    /** The same, with limits or a progress function. */
    public String callText(String operation, String request, Options options) {
        if (operation.indexOf('\0') >= 0) { // C would read the name up to here
            throw new Refused("contract.unknown-operation", "", "the name of an operation holds no NUL", null, null);
        }
        byte[] sent = utf8(request);
        Watched watched = options.progress == null ? null : new Watched(options.progress);
        PointerByReference response = new PointerByReference();
        PointerByReference error = new PointerByReference();
        try {
            library.innovation_call_with(
                    terminated(operation), sent, new Size(sent.length),
                    options.limits == null ? null : terminated(GSON.toJson(options.limits)),
                    watched, null, response, error);
            if (watched != null && watched.thrown != null) {
                throw Innovation.<RuntimeException>asItIs(watched.thrown);
            }
            if (error.getValue() != null) {
                throw Refused.read(text(error.getValue()));
            }
            return text(response.getValue());
        } finally {
            Reference.reachabilityFence(watched); // C alone knew of it
            library.innovation_string_free(response.getValue());
            library.innovation_string_free(error.getValue());
        }
    }

    private void check() {
        int abi = library.innovation_abi_version();
        if (abi != ABI_VERSION) {
            throw new Unusable("the library has binary interface " + abi + ", not " + ABI_VERSION, null);
        }
        JsonElement contract = call("contract.version").getAsJsonObject().get("contract");
        if (contract == null || contract.getAsInt() != CONTRACT_VERSION) {
            throw new Unusable("the library speaks contract " + contract + ", not " + CONTRACT_VERSION, null);
        }
    }

    /** Text as UTF-8: JNA would write the encoding of the platform, and ? for half a letter. */
    private static byte[] utf8(String text) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return exact;
        } catch (CharacterCodingException fault) {
            throw new Refused("contract.not-utf8", "", "the text holds half a surrogate pair", null, null);
        }
    }

    private static byte[] terminated(String text) {
        return utf8(text + '\0');
    }

    private static String text(Pointer pointer) {
        return pointer.getString(0, "UTF-8");
    }

    /** Throws whatever it is, checked or not, as the caller's own code threw it. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T asItIs(Throwable thrown) throws T {
        throw (T) thrown;
    }

    /** How a call is made. */
    public static final class Options {
        /** Neither limits nor a progress function. */
        public static final Options NONE = new Options(null, null);

        private final Map<String, Long> limits;
        private final Progress progress;

        private Options(Map<String, Long> limits, Progress progress) {
            this.limits = limits;
            this.progress = progress;
        }

        /** The same with limits on a request: bytes, depth, string, array. */
        public Options limits(Map<String, Long> limits) {
            return new Options(limits, progress);
        }

        /** The same with a progress function. */
        public Options progress(Progress progress) {
            return new Options(limits, progress);
        }
    }

    /** Told how far a call is. What it throws stops the call, and is thrown by the call. */
    @FunctionalInterface
    public interface Progress {
        /**
         * Steps done, steps planned (0: unknown), best value so far (NaN: unknown). False stops
         * the search, and its best answer so far is the response.
         */
        boolean proceed(long done, long total, double best);
    }

    /** The library refused a request. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String code;
        private final String path;
        private final String hint;
        private final transient JsonObject details;

        Refused(String code, String path, String message, String hint, JsonObject details) {
            super(message);
            this.code = code;
            this.path = path;
            this.hint = hint;
            this.details = details;
        }

        static Refused read(String text) {
            JsonObject error = JsonParser.parseString(text).getAsJsonObject().getAsJsonObject("error");
            JsonElement hint = error.get("hint");
            return new Refused(error.get("code").getAsString(), error.get("path").getAsString(),
                    error.get("message").getAsString(), hint == null ? null : hint.getAsString(),
                    error.getAsJsonObject("details"));
        }

        /** The cause, as gather.infeasible; codes never change their meaning. */
        public String code() {
            return code;
        }

        /** The place in the request, a JSON Pointer; empty for all of it. */
        public String path() {
            return path;
        }

        /** What to do about it. */
        public Optional<String> hint() {
            return Optional.ofNullable(hint);
        }

        /** Figures about it by name; which ones depends on the code. */
        public JsonObject details() {
            return details == null ? new JsonObject() : details;
        }

        @Override
        public String toString() {
            return code + (path.isEmpty() ? "" : " at " + path) + ": " + getMessage() + (hint == null ? "" : " (" + hint + ")");
        }
    }

    /** There is no C library here, or it speaks another version. */
    public static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unusable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The C functions; every text is bytes, so that no encoding is guessed. */
    private interface C extends Library {
        int innovation_abi_version();

        int innovation_call_with(byte[] name, byte[] request, Size length, byte[] limits, Watch progress,
                Pointer user, PointerByReference response, PointerByReference error);

        void innovation_string_free(Pointer text);
    }

    /** The C progress function: a bool of C is one byte, a boolean of JNA is four. */
    private interface Watch extends Callback {
        byte tell(Pointer user, long done, long total, double best);
    }

    /** A progress function and what it threw: nothing may be thrown through C. */
    private static final class Watched implements Watch {
        private final Progress progress;
        private Throwable thrown;

        Watched(Progress progress) {
            this.progress = progress;
        }

        @Override
        public byte tell(Pointer user, long done, long total, double best) {
            try {
                return (byte) (progress.proceed(done, total, best) ? 1 : 0);
            } catch (Throwable fault) {
                thrown = fault;
                return 0;
            }
        }
    }

    /** size_t, as wide as it is here. */
    public static final class Size extends IntegerType {
        private static final long serialVersionUID = 1;

        public Size() {
            this(0);
        }

        Size(long value) {
            super(Native.SIZE_T_SIZE, value, true);
        }
    }
}

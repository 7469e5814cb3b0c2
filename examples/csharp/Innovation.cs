using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Innovation
{
    /// <summary>
    /// Every operation of the innovation contract, through the C library, as
    /// <c>Library.Call("gather.select", request)</c>. On Mono and on .NET.
    /// </summary>
    /// <remarks>
    /// What the library refuses is thrown as <see cref="InnovationException"/>; a library that is
    /// missing or of another version as <see cref="LibraryException"/>, on the first call. All of
    /// it may be used from any thread: nothing is kept between calls.
    /// </remarks>
    public static class Library
    {
        /// <summary>Version of the binary interface that this class speaks.</summary>
        public const int AbiVersion = 1;

        /// <summary>Version of the contract that this class speaks.</summary>
        public const int ContractVersion = 1;

        // Half a surrogate pair is an exception here, and not a question mark in a document.
        static readonly Encoding Utf8 = new UTF8Encoding(false, true);

        // Whether the versions fit; threads that ask at once find the same.
        static volatile bool usable;

        /// <summary>Calls an operation by its name in the contract; no request is an empty one.</summary>
        public static JToken Call(string operation, JToken request = null, CallOptions options = null)
        {
            var text = (request ?? new JObject()).ToString(Formatting.None);
            return Read(CallText(operation, text, options));
        }

        /// <summary>Calls an operation on JSON text, and gives the text of the library untouched.</summary>
        public static string CallText(string operation, string request, CallOptions options = null)
        {
            if (!usable)
            {
                Check();
                usable = true;
            }
            return Run(operation, request, options ?? CallOptions.None);
        }

        /// <summary>
        /// Reads JSON as it is written: Json.NET alone would turn texts that look like dates into
        /// dates, and lose their form.
        /// </summary>
        public static JToken Read(string json)
        {
            using (var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None })
            {
                var value = JToken.ReadFrom(reader);
                if (reader.Read())
                {
                    throw new JsonReaderException("there is text after the JSON");
                }
                return value;
            }
        }

        static string Run(string operation, string request, CallOptions options)
        {
            if (operation.IndexOf('\0') >= 0) // C would read the name up to here
            {
                throw new InnovationException("contract.unknown-operation", "", "the name of an operation holds no NUL");
            }
            var sent = Bytes(request);
            var limits = options.Limits == null ? null : Terminated(JObject.FromObject(options.Limits).ToString(Formatting.None));
            var watched = options.Progress == null ? null : new Watched(options.Progress);
            var tell = watched == null ? null : new Native.Watch(watched.Tell);
            IntPtr response = IntPtr.Zero, error = IntPtr.Zero;
            try
            {
                Native.innovation_call_with(Terminated(operation), sent, (UIntPtr)sent.Length, limits, tell,
                    IntPtr.Zero, out response, out error);
                if (watched != null && watched.Thrown != null)
                {
                    watched.Thrown.Throw();
                }
                if (error != IntPtr.Zero)
                {
                    throw InnovationException.Read(Text(error));
                }
                return Text(response);
            }
            finally
            {
                GC.KeepAlive(tell); // C alone knew of it
                Native.innovation_string_free(response);
                Native.innovation_string_free(error);
            }
        }

        static void Check()
        {
            try
            {
                var abi = Native.innovation_abi_version();
                if (abi != AbiVersion)
                {
                    throw new LibraryException("the library has binary interface " + abi + ", not " + AbiVersion);
                }
                var contract = (int?)Read(Run("contract.version", "{}", CallOptions.None))["contract"];
                if (contract != ContractVersion)
                {
                    throw new LibraryException("the library speaks contract " + contract + ", not " + ContractVersion);
                }
            }
            catch (TypeLoadException fault) // a library or a function in it is missing
            {
                throw new LibraryException("libinnovation cannot be loaded: " + fault.Message, fault);
            }
            catch (BadImageFormatException fault)
            {
                throw new LibraryException("libinnovation is not for this machine: " + fault.Message, fault);
            }
        }

        static byte[] Bytes(string text)
        {
            try
            {
                return Utf8.GetBytes(text);
            }
            catch (EncoderFallbackException fault)
            {
                throw new InnovationException("contract.not-utf8", "",
                    "the text holds half a surrogate pair at character " + fault.Index);
            }
        }

        static byte[] Terminated(string text)
        {
            return Bytes(text + '\0');
        }

        static string Text(IntPtr start)
        {
            var length = 0;
            while (Marshal.ReadByte(start, length) != 0)
            {
                length++;
            }
            var bytes = new byte[length];
            Marshal.Copy(start, bytes, 0, length);
            return Utf8.GetString(bytes);
        }

        /// <summary>A progress function and what it threw: nothing may be thrown through C.</summary>
        sealed class Watched
        {
            readonly Progress progress;

            internal ExceptionDispatchInfo Thrown;

            internal Watched(Progress progress)
            {
                this.progress = progress;
            }

            internal bool Tell(IntPtr user, ulong done, ulong total, double best)
            {
                try
                {
                    return progress(done, total, best);
                }
                catch (Exception fault)
                {
                    Thrown = ExceptionDispatchInfo.Capture(fault);
                    return false;
                }
            }
        }

        /// <summary>The C functions; every text is bytes, so that no encoding is guessed.</summary>
        static class Native
        {
            const string Name = "innovation";

            /// <summary>A bool of C is one byte; that of the platform may be four.</summary>
            [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
            [return: MarshalAs(UnmanagedType.I1)]
            internal delegate bool Watch(IntPtr user, ulong done, ulong total, double best);

            [DllImport(Name, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
            internal static extern uint innovation_abi_version();

            [DllImport(Name, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
            internal static extern int innovation_call_with(byte[] name, byte[] request, UIntPtr length, byte[] limits,
                Watch progress, IntPtr user, out IntPtr response, out IntPtr error);

            [DllImport(Name, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
            internal static extern void innovation_string_free(IntPtr text);
        }
    }

    /// <summary>
    /// Told how far a call is: steps done, steps planned (0: unknown), best value so far (NaN:
    /// unknown). False stops the search, and its best answer so far is the response. What it
    /// throws stops the call, and is thrown by the call.
    /// </summary>
    public delegate bool Progress(ulong done, ulong total, double best);

    /// <summary>How a call is made.</summary>
    public sealed class CallOptions
    {
        internal static readonly CallOptions None = new CallOptions();

        /// <summary>How large a request may be: bytes, depth, string, array.</summary>
        public IDictionary<string, long> Limits { get; set; }

        /// <summary>Told how far the call is.</summary>
        public Progress Progress { get; set; }
    }

    /// <summary>The library refused a request.</summary>
    public sealed class InnovationException : Exception
    {
        internal InnovationException(string code, string path, string message, string hint = null, JObject details = null)
            : base(message)
        {
            Code = code;
            Path = path;
            Hint = hint;
            Details = details ?? new JObject();
        }

        /// <summary>The cause, as gather.infeasible; codes never change their meaning.</summary>
        public string Code { get; private set; }

        /// <summary>The place in the request, a JSON Pointer; empty for all of it.</summary>
        public string Path { get; private set; }

        /// <summary>What to do about it, or null.</summary>
        public string Hint { get; private set; }

        /// <summary>Figures about it by name; which ones depends on the code.</summary>
        public JObject Details { get; private set; }

        internal static InnovationException Read(string text)
        {
            var error = Library.Read(text)["error"];
            return new InnovationException((string)error["code"], (string)error["path"], (string)error["message"],
                (string)error["hint"], (JObject)error["details"]);
        }

        public override string ToString()
        {
            return Code + (Path == "" ? "" : " at " + Path) + ": " + base.ToString();
        }
    }

    /// <summary>There is no C library here, or it speaks another version.</summary>
    public sealed class LibraryException : Exception
    {
        internal LibraryException(string message, Exception cause = null) : base(message, cause)
        {
        }
    }
}

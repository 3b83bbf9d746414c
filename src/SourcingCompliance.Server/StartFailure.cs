using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server;

/// <summary>Tells in one sentence why the server cannot start.</summary>
public static class StartFailure
{
    /// <summary>Exit code when the address or the database cannot be used (EX_UNAVAILABLE of sysexits.h).</summary>
    public const int ExitCode = 69;

    /// <summary>The sentence; null = a defect.</summary>
    /// <param name="failure">What the start threw.</param>
    public static string? GetSentence(Exception failure)
    {
        for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
        {
            string? sentence = cause switch
            {
                AddressInUseException or SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } =>
                    "The port is in use: the server runs already, or another program has it. Stop that one, or choose another --port.",
                SocketException { SocketErrorCode: SocketError.AccessDenied } => "The port may not be opened by this user. Choose a --port above 1023.",
                NewerStoreException => cause.Message,
                _ => null,
            };
            if (sentence is not null)
            {
                return sentence;
            }
        }

        return StorageProblem.From(failure)?.Sentence;
    }
}

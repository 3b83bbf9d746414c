namespace SourcingCompliance.Server.Settings;

/// <summary>Ids of what the server itself refuses or gives up, <c>SC99xx</c>; those of the program stand in <c>DiagnosticIds</c>. Never renumbered.</summary>
public static class ServerDiagnosticIds
{
    /// <summary>An upload holds no file.</summary>
    public const string UploadEmpty = "SC9901";

    /// <summary>An upload, or a file of it, is larger than the server takes.</summary>
    public const string UploadTooLarge = "SC9902";

    /// <summary>An upload holds more files or fields than the server takes.</summary>
    public const string UploadTooMany = "SC9903";

    /// <summary>An upload is no form with files, or a field of it has a value that cannot be used.</summary>
    public const string UploadMalformed = "SC9904";

    /// <summary>The server's queue is full.</summary>
    public const string QueueFull = "SC9905";

    /// <summary>There is no such check, report or profile on the server.</summary>
    public const string NotOnServer = "SC9906";

    /// <summary>A check took longer than the server allows.</summary>
    public const string CheckTimedOut = "SC9907";

    /// <summary>A check ended the server process again and again and was given up.</summary>
    public const string CheckGivenUp = "SC9908";

    /// <summary>A request comes from another site and was refused.</summary>
    public const string ForeignRequest = "SC9909";

    /// <summary>The content of an upload was cleared from the data folder before its check was accepted.</summary>
    public const string ContentCleared = "SC9910";

    /// <summary>A request carries no token of this start of the server.</summary>
    public const string TokenMissing = "SC9911";

    /// <summary>The disk of the server is full.</summary>
    public const string StorageFull = "SC9912";

    /// <summary>The database of the server is damaged, or it cannot be read or written.</summary>
    public const string StorageUnusable = "SC9913";

    /// <summary>A key of an upload was used before for another upload.</summary>
    public const string IdempotencyKeyReused = "SC9914";

    /// <summary>The address that an upload asks to be called is none that the server calls.</summary>
    public const string CallbackRefused = "SC9915";

    /// <summary>The address to call when a check has ended did not answer with success and was given up.</summary>
    public const string CallbackGivenUp = "SC9916";
}

using System.Text.Json;

namespace SourcingCompliance.Primitives.Json;

/// <summary>A file is no JSON, or says something that two readers would read differently.</summary>
/// <param name="message">What is wrong and where, as the end of a sentence without a full stop: <c>it is not valid JSON at line 2, byte 5</c>.</param>
#pragma warning disable CA1032 // Internal control flow: it always says what is wrong, so the standard constructors would be wrong.
public sealed class JsonFaultException(string message) : JsonException(message);
#pragma warning restore CA1032

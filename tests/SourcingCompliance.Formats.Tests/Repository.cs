using System.Reflection;

namespace SourcingCompliance.Formats.Tests;

/// <summary>The checkout that the tests were built in.</summary>
internal static class Repository
{
    /// <summary>The root folder, with a slash at the end.</summary>
    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(pair => pair.Key == "RepositoryRoot").Value ?? throw new InvalidOperationException("The build recorded no root.");

    /// <summary>The text of a file of the repository.</summary>
    public static string ReadText(string path) => File.ReadAllText(Path.Combine(Root, path));
}

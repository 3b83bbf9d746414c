using System.Reflection;

namespace SourcingCompliance.Server;

/// <summary>Where the checkout lies, for tests that upload its examples.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(attribute => attribute.Key == "RepositoryRoot").Value ?? throw new InvalidOperationException("RepositoryRoot is not set by the build.");

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);
}

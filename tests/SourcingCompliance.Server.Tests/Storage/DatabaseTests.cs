using Npgsql;

namespace SourcingCompliance.Server.Storage;

public sealed class DatabaseTests
{
    [Theory]
    [InlineData("Host=db", 20, 60)]
    [InlineData("Host=db;Maximum Pool Size=80;Timeout=5", 80, 5)]
    [InlineData("Host=db;MaxPoolSize=7", 7, 60)]
    public void Few_connections_are_shared_unless_the_string_says_otherwise(string given, int connections, int seconds)
    {
        var ours = new NpgsqlConnectionStringBuilder(Database.GetPostgresConnection(given));

        ours.MaxPoolSize.ShouldBe(connections);
        ours.Timeout.ShouldBe(seconds);
        ours.Host.ShouldBe("db");
    }
}

using Suiying.Kernel.Data;
using Suiying.Schema.Postgres;

namespace Suiying.Tests.Data;

/// <summary>What every connection to PostgreSQL asks for (decision record 0013), and that an operator has the last word.</summary>
public sealed class PostgresProviderTests
{
    private const string Address = "Host=127.0.0.1;Database=suiying";

    [Theory]
    [InlineData(Address, "-c jit=off -c max_parallel_workers_per_gather=0")]
    [InlineData($"{Address};Options=-c statement_timeout=9000", "-c statement_timeout=9000")]
    public void A_connection_asks_for_no_query_compiler_unless_options_are_set(string written, string asks)
    {
        var connection = new PostgresProvider(DatabaseSettings.Parse(written)).ConnectionString;
        var options = connection.Split(';').Single(part => part.StartsWith("Options=", StringComparison.Ordinal));
        Assert.Equal($"Options={asks}", options.Replace("\"", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal));
    }
}

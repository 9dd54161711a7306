using Microsoft.EntityFrameworkCore;
using Suiying.Kernel.Data;
using Suiying.Schema.Sqlite;

namespace Suiying.Tests.Data;

/// <summary>A temporary table lives as long as its connection, and only on it: it shows which connection a context was lent.</summary>
public sealed class SqliteConnectionsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("suiying-lent-");

    private string File => Path.Combine(folder.FullName, "lent.db");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task The_next_context_is_lent_the_connection_of_the_last()
    {
        using var provider = Provider();
        await using (var first = Context(provider))
            await Mark(first);
        await using var second = Context(provider);
        Assert.True(await IsMarked(second));
        Assert.Equal(2, (await second.Database.SqlQueryRaw<int>("PRAGMA synchronous").ToListAsync()).Single());
    }

    [Fact]
    public async Task Two_contexts_at_once_have_a_connection_each()
    {
        using var provider = Provider();
        await using var first = Context(provider);
        await using var second = Context(provider);
        await Mark(first);
        Assert.False(await IsMarked(second));
    }

    [Fact]
    public async Task A_connection_left_in_a_transaction_is_lent_to_nobody()
    {
        using var provider = Provider();
        await using (var first = Context(provider))
        {
            await Mark(first);
            await first.Database.ExecuteSqlRawAsync("BEGIN");
        }
        await using var second = Context(provider);
        Assert.False(await IsMarked(second));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_the_end_nothing_holds_the_file(bool keep)
    {
        var provider = Provider(keep);
        await using (var context = Context(provider))
            await context.Database.ExecuteSqlRawAsync("CREATE TABLE kept (id INTEGER)");
        // The last connection that closes takes the log with it.
        Assert.Equal(keep, System.IO.File.Exists(File + "-wal"));
        provider.Dispose();
        Assert.False(System.IO.File.Exists(File + "-wal"));
    }

    private SqliteProvider Provider(bool keep = true) => new(DatabaseSettings.Parse(File), keep);

    private static DbContext Context(SqliteProvider provider)
    {
        var options = new DbContextOptionsBuilder();
        provider.Configure(options);
        return new DbContext(options.Options);
    }

    private static Task Mark(DbContext context) => context.Database.ExecuteSqlRawAsync("CREATE TEMP TABLE mine (id INTEGER)");

    private static async Task<bool> IsMarked(DbContext context) =>
        (
            await context.Database.SqlQueryRaw<long>("SELECT count(*) AS Value FROM temp.sqlite_schema WHERE name = 'mine'").ToListAsync()
        ).Single() == 1;
}

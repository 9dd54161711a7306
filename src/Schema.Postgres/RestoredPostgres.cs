using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using Suiying.Kernel;
using Suiying.Kernel.Data;
using Suiying.Schema.Backups;

namespace Suiying.Schema.Postgres;

/// <summary>A database beside the one that it will replace, on the same server.</summary>
internal sealed class RestoredPostgres : IRestoredDatabase
{
    private readonly string server;
    private readonly string target;
    private readonly string name;
    private bool published;

    private RestoredPostgres(NpgsqlConnectionStringBuilder address, string name)
    {
        target = address.Database!;
        this.name = name;
        server = new NpgsqlConnectionStringBuilder(address.ToString()) { Database = "postgres" }.ToString();
        var here = new NpgsqlConnectionStringBuilder(address.ToString()) { Database = name, Pooling = false };
        Settings = new DatabaseSettings(DatabaseKind.Postgres, here.ToString());
    }

    private DatabaseSettings Settings { get; }

    public IDatabaseProvider Provider => new PostgresProvider(Settings);

    public static async Task<Outcome<RestoredPostgres>> Create(DatabaseSettings settings, CancellationToken ct)
    {
        var address = new NpgsqlConnectionStringBuilder(settings.ConnectionString);
        var restored = new RestoredPostgres(address, $"{address.Database}_restoring");
        try
        {
            await using var db = await PostgresTables.Open(restored.server, ct);
            await db.Tell($"DROP DATABASE IF EXISTS {Quoted(restored.name)}", ct);
            await db.Tell($"CREATE DATABASE {Quoted(restored.name)} TEMPLATE template0 ENCODING 'UTF8'", ct);
            return restored;
        }
        catch (PostgresException no) when (no.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            return Refusals.Unreachable(
                restored.name,
                $"此账号不能新建数据库。恢复需要在同一服务器上新建数据库，请用有 CREATEDB 权限的账号（ALTER ROLE {address.Username} CREATEDB）"
            );
        }
    }

    public SchemaDb Schema()
    {
        var options = new DbContextOptionsBuilder<PostgresSchemaDb>();
        Provider.Configure(options);
        return new PostgresSchemaDb(options.Options, Provider);
    }

    /// <summary>Makes the tables as they were at the time of the archive and copies the rows in, all in one transaction.</summary>
    public async Task Fill(
        string folder,
        PostgresDescription description,
        IReadOnlyList<string> migrations,
        Action<string> tell,
        CancellationToken ct
    )
    {
        await using var db = await PostgresTables.Open(Settings.ConnectionString, ct);
        await db.Begin("", ct);
        await using (var schema = Schema())
        {
            foreach (var statement in Statements(schema, migrations))
                await db.Tell(statement, ct);
        }
        // A migration may bring rows of its own; the archive has them.
        await db.Tell($"TRUNCATE {string.Join(", ", description.Tables.Select(t => Quoted(t.Name)))}", ct);
        foreach (var (table, index) in description.Tables.Select((t, i) => (t, i)))
        {
            tell($"表 {table.Name}（{index + 1} / {description.Tables.Count}）…");
            await using var rows = File.OpenRead(Path.Combine(folder, table.FileName));
            await db.CopyIn(table, rows, ct);
        }
        foreach (var (sequence, last) in description.Sequences)
            await db.Tell(string.Create(CultureInfo.InvariantCulture, $"SELECT setval('{Quoted(sequence)}', {last})"), ct);
        await db.Commit(ct);
        await db.Tell("ANALYZE", ct);
    }

    public async Task<IReadOnlyDictionary<string, long>> Count(CancellationToken ct)
    {
        await using var db = await PostgresTables.Open(Settings.ConnectionString, ct);
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in await db.Tables(ct))
            counts[table.Name] = await db.Number($"SELECT count(*) FROM {Quoted(table.Name)}", ct);
        return counts;
    }

    public async Task<Outcome<string>> Publish(DateTimeOffset at, CancellationToken ct)
    {
        await using var db = await PostgresTables.Open(server, ct);
        var aside = "";
        try
        {
            var old = $"SELECT count(*) FROM pg_database WHERE datname = '{target.Replace("'", "''", StringComparison.Ordinal)}'";
            if (await db.Number(old, ct) > 0)
            {
                aside = string.Create(CultureInfo.InvariantCulture, $"{target}_before_{at:yyyyMMdd_HHmmss}");
                await db.Tell($"ALTER DATABASE {Quoted(target)} RENAME TO {Quoted(aside)}", ct);
            }
            await db.Tell($"ALTER DATABASE {Quoted(name)} RENAME TO {Quoted(target)}", ct);
        }
        catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.ObjectInUse)
        {
            return Refusals.InUse(target);
        }
        published = true;
        return aside;
    }

    public async ValueTask DisposeAsync()
    {
        if (published)
            return;
        await using var db = await PostgresTables.Open(server, CancellationToken.None);
        await db.Tell($"DROP DATABASE IF EXISTS {Quoted(name)} WITH (FORCE)", CancellationToken.None);
    }

    /// <summary>
    /// The statements of just these migrations. EF's own migrator goes up to a name, and a migration that came later may sort earlier.
    /// </summary>
    private static IEnumerable<string> Statements(SchemaDb schema, IReadOnlyList<string> migrations)
    {
        var known = schema.GetService<IMigrationsAssembly>();
        var generator = schema.GetService<IMigrationsSqlGenerator>();
        yield return schema.GetService<IHistoryRepository>().GetCreateScript();
        foreach (var id in migrations)
        {
            var migration = known.CreateMigration(known.Migrations[id], schema.Database.ProviderName!);
            foreach (var command in generator.Generate(migration.UpOperations))
                yield return command.CommandText;
        }
    }

    private static string Quoted(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

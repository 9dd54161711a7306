using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Suiying.Kernel.Data;
using Suiying.Schema;
using Suiying.Schema.Postgres;
using Suiying.Schema.Sqlite;
using Xunit;
using Xunit.Sdk;

namespace Suiying.Testing;

/// <summary>
/// A database of one test class, cloned from a template that this process migrated once. <c>SUIYING_TEST_DB=postgres</c> runs the same
/// tests on the PostgreSQL server that <c>SUIYING_TEST_PG</c> names (<c>./test</c> starts one); anything else on SQLite.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>Name of the trait of test classes that ask no database; engines and documents are such without it. They run once, not for each.</summary>
    public const string Trait = "Database";

    private static readonly string[] Without = ["Suiying.Tests.Engines", "Suiying.Tests.Design"];

    private static readonly Lazy<Task<TestDatabase>> Migrated = new(MakeTemplate);
    private static readonly Lazy<DirectoryInfo> Folder = new(MakeFolder);
    private static readonly Lock Copying = new();

    /// <summary>From 15 on a database is copied page by page through the log unless one asks for its files, which is quicker without fsync.</summary>
    private static readonly Lazy<string> ByFile = new(AskVersion);
    private static int count;

    private readonly string name;

    private TestDatabase(DatabaseSettings settings, string name) => (Settings, this.name) = (settings, name);

    public static DatabaseKind Kind { get; } =
        Environment.GetEnvironmentVariable("SUIYING_TEST_DB") == "postgres" ? DatabaseKind.Postgres : DatabaseKind.Sqlite;

    public DatabaseSettings Settings { get; }

    private static string ServerAddress =>
        Environment.GetEnvironmentVariable("SUIYING_TEST_PG")
        ?? throw new InvalidOperationException("SUIYING_TEST_PG names no PostgreSQL server; ./test postgres starts one.");

    /// <summary>An empty database with all tables.</summary>
    public static async Task<TestDatabase> Create() => await (await Migrated.Value).Clone();

    /// <summary>A place where no database stands yet.</summary>
    public static TestDatabase Nowhere() => New();

    /// <summary>A copy of this one as it stands; nobody may be connected to it meanwhile.</summary>
    public async Task<TestDatabase> Clone()
    {
        var copy = New();
        ClosePool();
        if (Kind == DatabaseKind.Sqlite)
            Copy(name, copy.name);
        else
            await Tell($"CREATE DATABASE {copy.name} TEMPLATE {name} {ByFile.Value}");
        return copy;
    }

    /// <summary>A context over all tables, as migrations see them.</summary>
    public SchemaDb Schema() =>
        Kind == DatabaseKind.Sqlite
            ? Open<SqliteSchemaDb>(new SqliteProvider(Settings, keep: false), (options, provider) => new SqliteSchemaDb(options, provider))
            : Open<PostgresSchemaDb>(new PostgresProvider(Settings), (options, provider) => new PostgresSchemaDb(options, provider));

    public async ValueTask DisposeAsync()
    {
        ClosePool();
        if (Kind == DatabaseKind.Postgres)
        {
            await Tell($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
            return;
        }
        foreach (var file in new[] { name, name + "-wal", name + "-shm" })
            File.Delete(file);
    }

    private static async Task<TestDatabase> MakeTemplate()
    {
        var template = New();
        if (Kind == DatabaseKind.Postgres)
            await Tell($"CREATE DATABASE {template.name}");
        await using (var schema = template.Schema())
            await schema.Database.MigrateAsync();
        return template;
    }

    private static TestDatabase New()
    {
        MustRunForEach(TestContext.Current.TestClass);
        var number = Interlocked.Increment(ref count);
        if (Kind == DatabaseKind.Sqlite)
        {
            var path = Path.Combine(Folder.Value.FullName, $"{number}.db");
            return new TestDatabase(DatabaseSettings.Parse(path), path);
        }
        var name = $"suiying_test_{Environment.ProcessId}_{number}";
        var connection = new NpgsqlConnectionStringBuilder(ServerAddress) { Database = name, MaxPoolSize = 20 };
        return new TestDatabase(DatabaseSettings.Parse(connection.ToString()), name);
    }

    /// <summary>Else a test would never see PostgreSQL.</summary>
    private static void MustRunForEach(ITestClassMetadata? asks)
    {
        var space = asks?.TestClassNamespace ?? "";
        if (
            asks?.Traits.ContainsKey(Trait) == true
            || Without.Any(name => space == name || space.StartsWith(name + ".", StringComparison.Ordinal))
        )
            throw new InvalidOperationException($"{asks?.TestClassName} asks a database and says that it needs none; see ./test.");
    }

    private static TDb Open<TDb>(IDatabaseProvider provider, Func<DbContextOptions<TDb>, IDatabaseProvider, TDb> make)
        where TDb : SchemaDb
    {
        var options = new DbContextOptionsBuilder<TDb>();
        provider.Configure(options);
        return make(options.Options, provider);
    }

    /// <summary>With the last commits of a host that has just stopped: they may not be in the file itself yet. One copy at a time.</summary>
    private static void Copy(string from, string to)
    {
        lock (Copying)
        {
            using (var source = new SqliteConnection($"Data Source={from};Pooling=False"))
            {
                source.Open();
                using var whole = source.CreateCommand();
                whole.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
                whole.ExecuteNonQuery();
            }
            File.Copy(from, to);
        }
    }

    /// <summary>A pooled connection would keep the template busy.</summary>
    private void ClosePool()
    {
        if (Kind == DatabaseKind.Sqlite)
            return;
        using var connection = new NpgsqlConnection(new PostgresProvider(Settings).ConnectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    /// <summary>Says something to the server itself; the names in it are made above, from digits.</summary>
    private static async Task Tell(string command)
    {
        await using var connection = new NpgsqlConnection(ServerAddress);
        await connection.OpenAsync();
#pragma warning disable CA2100
        await using var statement = new NpgsqlCommand(command, connection);
#pragma warning restore CA2100
        await statement.ExecuteNonQueryAsync();
    }

    private static string AskVersion()
    {
        using var connection = new NpgsqlConnection(ServerAddress);
        connection.Open();
        return connection.PostgreSqlVersion.Major >= 15 ? "STRATEGY FILE_COPY" : "";
    }

    private static DirectoryInfo MakeFolder()
    {
        var folder = Directory.CreateTempSubdirectory("suiying-test-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        return folder;
    }
}

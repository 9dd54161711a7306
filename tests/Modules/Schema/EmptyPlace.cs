using Microsoft.EntityFrameworkCore;
using Suiying.Kernel.Data;
using Suiying.People.Storage;
using Suiying.Requests.Model;
using Suiying.Schema.Backups;
using Suiying.Schema.Postgres;
using Suiying.Schema.Sqlite;
using Suiying.Testing;

namespace Suiying.Tests.Schema;

/// <summary>Another machine: no database yet, no photos, no keys.</summary>
internal sealed class EmptyPlace(DirectoryInfo folder) : IAsyncDisposable
{
    private readonly TestDatabase database = TestDatabase.Nowhere();

    public string Var { get; } = folder.CreateSubdirectory("var").FullName;

    public FolderFileStore Files { get; } = new(folder.CreateSubdirectory("files").FullName, TimeProvider.System);

    private IDatabaseCopy Copy =>
        TestDatabase.Kind == DatabaseKind.Sqlite ? new SqliteCopy(database.Settings) : new PostgresCopy(database.Settings);

    public async Task<Outcome<RestoreBackup.Result>> Restore(string archive, bool force = false, string? keysFrom = null)
    {
        await using var schema = database.Schema();
        var keys = new KeyFolder(Path.Combine(folder.FullName, "keys"));
        var command = new RestoreBackup.Command
        {
            Archive = archive,
            Force = force,
            KeysFrom = keysFrom,
            Folder = Var,
        };
        return await new RestoreBackup(Copy, schema, Files, keys, TimeProvider.System).Run(command, TestContext.Current.CancellationToken);
    }

    public async Task<IReadOnlyDictionary<string, long>> Rows()
    {
        var copy = folder.CreateSubdirectory(Path.GetRandomFileName());
        return (await Copy.Save(copy.FullName, _ => { }, TestContext.Current.CancellationToken)).Rows;
    }

    public async Task<bool> Has(string number)
    {
        await using var schema = database.Schema();
        return await schema.Set<ServiceRequest>().AnyAsync(r => r.Number == number, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();
}

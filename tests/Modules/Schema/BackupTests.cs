using System.Formats.Tar;
using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Suiying.Requests.Storage;
using Suiying.Schema.Backups;
using Suiying.Testing;

namespace Suiying.Tests.Schema;

public sealed class BackupTests(SuiyingApp app) : IClassFixture<SuiyingApp>, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("suiying-backup-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_backup_taken_while_requests_come_in_is_whole_and_stands_up_in_a_new_place()
    {
        var before = (await app.Given.Request(phone: "")).Number;
        var photo = await app.Use<IFileStore, string>(files => files.Save("照片"u8.ToArray(), Ct));
        var coming = Task.Run(ManyRequests, Ct);
        var backup = await Taken();
        Assert.Equal(20, (await coming).Count);

        Assert.Equal(photo, Assert.Single(backup.Manifest.Parts, p => p.Name.StartsWith("files/", StringComparison.Ordinal)).Sha256);
        Assert.True((await Verified(backup.Archive)).Value.Whole);

        await using var city = new EmptyPlace(folder.CreateSubdirectory("new"));
        var restored = (await city.Restore(backup.Archive)).Value;
        Assert.True(restored.Whole);
        Assert.Empty(restored.Differences);
        Assert.Empty(restored.Aside);
        Assert.Equal(backup.Manifest.Rows, await city.Rows());
        Assert.InRange(restored.City.Journal.Requests, 1, await app.Use<RequestsDb, int>(db => db.Requests.CountAsync(Ct)));
        Assert.True(await city.Has(before));
        Assert.Equal(photo, Assert.Single(city.Files.List()).Name);
    }

    [Fact]
    public async Task A_working_city_is_verified_and_a_changed_photo_is_named()
    {
        await app.Given.Request(phone: "");
        var photo = await app.Use<IFileStore, string>(files => files.Save("原来的照片"u8.ToArray(), Ct));
        var verify = new VerifyCity.Command { Database = app.Database };
        Assert.True((await app.Use<VerifyCity, Outcome<VerifyCity.Result>>(use => use.Run(verify, Ct))).Value.Whole);

        var path = Path.Combine(app.Var, "files", photo[..2], photo[2..4], photo);
        await File.WriteAllTextAsync(path, "别的照片", Ct);
        var found = (await app.Use<VerifyCity, Outcome<VerifyCity.Result>>(use => use.Run(verify, Ct))).Value;
        File.Delete(path);
        Assert.False(found.Whole);
        Assert.Equal([photo], found.DamagedFiles);
    }

    [Theory]
    [InlineData("flipped")]
    [InlineData("truncated")]
    [InlineData("without a part")]
    [InlineData("without its manifest")]
    public async Task A_damaged_archive_is_refused_and_leaves_no_trace(string how)
    {
        var archive = (await Taken()).Archive;
        var damaged = Path.Combine(folder.FullName, "damaged.tar.gz");
        if (how is "flipped" or "truncated")
        {
            var bytes = await File.ReadAllBytesAsync(archive, Ct);
            // One bit in some hundreds means nothing to a reader of deflate: what comes out is whole. A run of them never does.
            foreach (ref var each in bytes.AsSpan(bytes.Length / 2, 64))
                each ^= 0xFF;
            await File.WriteAllBytesAsync(damaged, how == "flipped" ? bytes : bytes[..(bytes.Length * 2 / 3)], Ct);
        }
        else
        {
            await Rewrite(
                archive,
                damaged,
                name =>
                    how == "without its manifest" ? name != BackupManifest.Name : !name.StartsWith("database/", StringComparison.Ordinal)
            );
        }
        await RefusedEverywhere(damaged, "backup_damaged");
    }

    [Fact]
    public async Task An_archive_of_a_newer_version_is_refused_with_the_advice_to_upgrade()
    {
        var newer = Path.Combine(folder.FullName, "newer.tar.gz");
        await Rewrite((await Taken()).Archive, newer, _ => true, m => m with { Migrations = [.. m.Migrations, "99990101000000_Later"] });
        await RefusedEverywhere(newer, "backup_newer");
        var format = Path.Combine(folder.FullName, "format.tar.gz");
        await Rewrite((await Taken()).Archive, format, _ => true, m => m with { Format = BackupManifest.ThisFormat + 1 });
        await RefusedEverywhere(format, "backup_newer");
    }

    [Fact]
    public async Task A_place_that_has_data_is_replaced_only_by_force_and_then_kept_under_another_name()
    {
        var backup = await Taken();
        await using var city = new EmptyPlace(folder.CreateSubdirectory("new"));
        Assert.True((await city.Restore(backup.Archive)).Value.Whole);
        var rows = await city.Rows();

        Assert.Equal("restore_occupied", (await city.Restore(backup.Archive)).Refusal?.Code);
        Assert.Equal(rows, await city.Rows());

        var forced = (await city.Restore(backup.Archive, force: true)).Value;
        Assert.Contains("before", forced.Aside, StringComparison.Ordinal);
        Assert.Equal(rows, await city.Rows());
    }

    [Fact]
    public async Task Keys_travel_only_on_request_and_in_an_archive_of_their_own()
    {
        await app.Given.Request();
        var backup = await Taken(withKeys: true);
        Assert.DoesNotContain(backup.Manifest.Parts, p => p.Name.StartsWith("keys/", StringComparison.Ordinal));

        await using var bare = new EmptyPlace(folder.CreateSubdirectory("without"));
        Assert.NotEmpty((await bare.Restore(backup.Archive)).Value.City.Unreadable);
        await using var keyed = new EmptyPlace(folder.CreateSubdirectory("with"));
        var restored = (await keyed.Restore(backup.Archive, keysFrom: backup.Keys)).Value;
        Assert.Empty(restored.City.Unreadable);
        Assert.True(restored.KeysAdded > 0);

        Assert.Equal("backup_content", (await keyed.Restore(backup.Keys!, force: true)).Refusal?.Code);
    }

    [Fact]
    public async Task An_archive_is_never_written_over()
    {
        var archive = (await Taken()).Archive;
        var again = new TakeBackup.Command { Target = archive };
        var outcome = await app.Use<TakeBackup, Outcome<TakeBackup.Result>>(use => use.Run(again, Ct));
        Assert.Equal("backup_exists", outcome.Refusal?.Code);
    }

    private async Task<List<string>> ManyRequests()
    {
        var numbers = new List<string>();
        for (var i = 0; i < 20; i++)
            numbers.Add((await app.Given.Request(phone: "")).Number);
        return numbers;
    }

    private async Task<TakeBackup.Result> Taken(bool withKeys = false)
    {
        var command = new TakeBackup.Command
        {
            Target = Path.Combine(folder.FullName, $"{Path.GetRandomFileName()}.tar.gz"),
            WithKeys = withKeys,
        };
        return (await app.Use<TakeBackup, Outcome<TakeBackup.Result>>(use => use.Run(command, Ct))).Value;
    }

    private Task<Outcome<VerifyBackup.Result>> Verified(string archive) =>
        app.Use<VerifyBackup, Outcome<VerifyBackup.Result>>(use => use.Run(new VerifyBackup.Command { Archive = archive }, Ct));

    /// <summary>Neither verified nor restored, not even by force, and what stood there stands there still.</summary>
    private async Task RefusedEverywhere(string archive, string code)
    {
        Assert.Equal(code, (await Verified(archive)).Refusal?.Code);
        await using var city = new EmptyPlace(folder.CreateSubdirectory(Path.GetRandomFileName()));
        Assert.True((await city.Restore((await Taken()).Archive)).Value.Whole);
        var rows = await city.Rows();
        Assert.Equal(code, (await city.Restore(archive, force: true)).Refusal?.Code);
        Assert.Equal(rows, await city.Rows());
        Assert.Empty(Directory.EnumerateFileSystemEntries(city.Var));
    }

    /// <summary>An archive with other content whose compression and hashes are right.</summary>
    private static async Task Rewrite(
        string archive,
        string target,
        Func<string, bool> kept,
        Func<BackupManifest, BackupManifest>? change = null
    )
    {
        await using var source = new TarReader(new GZipStream(File.OpenRead(archive), CompressionMode.Decompress));
        await using var zip = new GZipStream(File.Create(target), CompressionLevel.Fastest);
        await using var tar = new TarWriter(zip, TarEntryFormat.Pax);
        while (await source.GetNextEntryAsync(copyData: true, Ct) is { } entry)
        {
            if (!kept(entry.Name))
                continue;
            var content = new MemoryStream();
            // A table without rows is an entry without a stream.
            if (entry.DataStream is { } data)
                await data.CopyToAsync(content, Ct);
            if (entry.Name == BackupManifest.Name && change is not null)
                content = new MemoryStream(change(BackupManifest.Parse(content.ToArray())).ToJson());
            content.Position = 0;
            await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, entry.Name) { DataStream = content }, Ct);
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.People;
using Suiying.People.Features;
using Suiying.People.Storage;

namespace Suiying.Tests.People;

public sealed class SealedIdentitiesTests : IAsyncDisposable
{
    private static readonly Identity Somebody = new()
    {
        Name = "秘密的名字",
        Phone = "138 0013 8000",
        Address = "秘密的住址",
    };

    private readonly PeopleHouse house = new();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task A_person_is_found_by_phone_and_opened_with_it()
    {
        var id = await house.Seal(Somebody);
        Assert.Equal(id, await house.Use((ISealedIdentities seal) => seal.FindByPhone("+86-138-0013-8000", default)));
        Assert.Null(await house.Use((ISealedIdentities seal) => seal.FindByPhone("13900139000", default)));
        Assert.Equal("138****8000", await house.Use((ISealedIdentities seal) => seal.MaskedPhone(id, default)));
        Assert.Equal(Somebody with { Phone = PeopleHouse.Phone }, await house.Open(id));
    }

    [Fact]
    public async Task The_same_phone_is_the_same_person_and_only_blanks_are_filled()
    {
        var id = await house.Seal(new Identity { Phone = PeopleHouse.Phone, Name = "先给的名字" });
        Assert.Equal(id, await house.Seal(Somebody));
        Assert.Equal(
            new Identity
            {
                Name = "先给的名字",
                Phone = PeopleHouse.Phone,
                Address = Somebody.Address,
            },
            await house.Open(id)
        );
    }

    [Fact]
    public async Task Sealing_twice_under_one_id_changes_nothing()
    {
        var id = await house.Seal(Somebody);
        var again = await house.Use((ISealedIdentities seal) => seal.Seal(id, new Identity { Name = "别人" }, default));
        Assert.Equal(id, again);
        Assert.Equal(Somebody.Name, (await house.Open(id))!.Name);
    }

    [Fact]
    public async Task Many_at_once_with_one_phone_become_one_person()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => house.Seal(Somebody))));
        Assert.Single(ids.Distinct());
    }

    [Fact]
    public async Task People_without_a_phone_stay_apart()
    {
        var one = await house.Seal(new Identity { Name = "甲" });
        var other = await house.Seal(new Identity { Name = "甲" });
        Assert.NotEqual(one, other);
        Assert.Null(await house.Use((ISealedIdentities seal) => seal.MaskedPhone(one, default)));
    }

    [Fact]
    public async Task Every_opening_leaves_a_row_that_hangs_on_the_one_before()
    {
        var id = await house.Seal(Somebody);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => house.Open(id, $"BD{i}"))));

        var log = await Openings();
        Assert.Equal(10, log.Rows.Count);
        Assert.All(log.Rows, line => Assert.Equal(("承办岗甲（演示）", "UnitHandler", "D-housing"), (line.Actor, line.Roles, line.Unit)));
        Assert.Equal(new ReadOpenings.ChainCheck(10, null), await Verify());
    }

    [Theory]
    [InlineData("UPDATE people_openings SET ActorName = 'x' WHERE Id = 2", 2)]
    [InlineData("UPDATE people_openings SET Purpose = 'Callback' WHERE Id = 3", 3)]
    [InlineData("DELETE FROM people_openings WHERE Id = 1", 2)]
    public async Task A_changed_or_missing_row_is_seen(string harm, long broken)
    {
        var id = await house.Seal(Somebody);
        for (var i = 0; i < 3; i++)
            await house.Open(id);
        await house.Use((PeopleDb db) => db.Database.ExecuteSqlRawAsync(harm));
        Assert.Equal(broken, (await Verify()).FirstBroken);
    }

    [Fact]
    public async Task What_was_erased_is_gone_and_the_log_stays()
    {
        var id = await house.Seal(Somebody);
        await house.Open(id);
        var erased = await house.Use((EraseIdentity erase) => erase.Run(Actor.Resident(id.Value), default));
        Assert.Null(erased.Refusal);

        Assert.Null(await house.Open(id));
        Assert.Null(await house.Use((ISealedIdentities seal) => seal.FindByPhone(Somebody.Phone, default)));
        Assert.Single((await Openings()).Rows);
        Assert.Empty((await house.Use((PeopleDb db) => db.Persons.SingleAsync())).Sealed);
        // The phone may come back, as somebody new.
        Assert.NotEqual(id, await house.Seal(Somebody));
    }

    [Fact]
    public async Task The_person_reads_their_own_data_and_that_is_logged_too()
    {
        var id = await house.Seal(Somebody);
        var own = await house.Use((SeeOwnData see) => see.Run(Actor.Resident(id.Value), default));
        Assert.Equal(Somebody.Name, own.Value.Name);
        Assert.Equal(OpeningPurpose.OwnData, (await Openings()).Rows.Single().Purpose);
        Assert.IsType<NotAllowed>((await house.Use((SeeOwnData see) => see.Run(Actor.Visitor, default))).Refusal);
        Assert.IsType<NotAllowed>((await house.Use((SeeOwnData see) => see.Run(PeopleHouse.Staff(Role.Agent), default))).Refusal);
    }

    [Fact]
    public async Task The_log_is_walked_page_by_page_and_by_nobody_but_the_auditor()
    {
        var id = await house.Seal(Somebody);
        for (var i = 0; i < 5; i++)
            await house.Open(id, $"BD{i % 2}");
        var first = await Openings(new ReadOpenings.Filter { Size = 3 });
        var second = await Openings(new ReadOpenings.Filter { Size = 3, Before = long.Parse(first.Next!, null) });
        Assert.Equal([5, 4, 3, 2, 1], first.Rows.Concat(second.Rows).Select(l => l.Number));
        Assert.Null(second.Next);
        Assert.Equal(2, (await Openings(new ReadOpenings.Filter { Matter = "BD1" })).Rows.Count);

        foreach (var role in Enum.GetValues<Role>().Except([Role.AuditAdmin]))
        {
            var refused = await house.Use((ReadOpenings read) => read.Run(new ReadOpenings.Filter(), PeopleHouse.Staff(role), default));
            Assert.IsType<NotAllowed>(refused.Refusal);
        }
    }

    [Fact]
    public async Task Nothing_sealed_reaches_the_log_the_file_or_a_printed_record()
    {
        var id = await house.Seal(Somebody);
        var opened = await house.Open(id);
        await house.Use((SendPhoneCode send) => send.Run(new SendPhoneCode.Command { Phone = Somebody.Phone }, Actor.Visitor, default));
        var printed = $"{opened} {Somebody} {new SendPhoneCode.Command { Phone = PeopleHouse.Phone }} {house.Messages.Sent.Single()}";

        string[] secrets = [Somebody.Name, Somebody.Address, "13800138000", house.Messages.LastCode];
        Assert.NotEmpty(house.Log.Lines);
        foreach (var secret in secrets)
        {
            Assert.DoesNotContain(secret, printed, StringComparison.Ordinal);
            Assert.DoesNotContain(house.Log.Lines, line => line.Contains(secret, StringComparison.Ordinal));
            foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(house.KeyPath)!, "people.db*"))
                Assert.Equal(-1, (await SharedBytes(file)).AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(secret)));
        }
    }

    private static async Task<byte[]> SharedBytes(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy);
        return copy.ToArray();
    }

    private async Task<Slice<ReadOpenings.Line>> Openings(ReadOpenings.Filter? filter = null) =>
        (
            await house.Use(
                (ReadOpenings read) => read.Run(filter ?? new ReadOpenings.Filter(), PeopleHouse.Staff(Role.AuditAdmin), default)
            )
        ).Value;

    private async Task<ReadOpenings.ChainCheck> Verify() =>
        (await house.Use((ReadOpenings read) => read.Verify(PeopleHouse.Staff(Role.AuditAdmin), default))).Value;
}

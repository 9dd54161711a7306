using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.People;
using Suiying.People.Features;
using Suiying.People.Storage;

namespace Suiying.Tests.People;

public sealed class RotateKeysTests : IAsyncDisposable
{
    private readonly PeopleHouse house = new();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task After_a_rotation_all_is_readable_and_found_and_the_old_keys_are_needed_no_more()
    {
        var sealedPeople = new List<(PersonId Id, string Phone)>();
        for (var i = 0; i < 450; i++)
        {
            var phone = $"+861380013{i:D4}";
            sealedPeople.Add((await house.Seal(new Identity { Name = $"甲{i}", Phone = phone }), phone));
        }
        var old = Directory.GetFiles(house.KeyPath, "*.key");
        house.Clock.Advance(TimeSpan.FromMinutes(1));

        var rotated = await Rotate(addKeys: true);
        Assert.Equal(450, rotated.Value.Resealed);
        foreach (var file in old)
            File.Delete(file);

        foreach (var (id, phone) in sealedPeople.Where((_, i) => i % 50 == 0))
        {
            Assert.Equal(phone, (await house.Open(id))!.Phone);
            Assert.Equal(id, await house.Use((ISealedIdentities seal) => seal.FindByPhone(phone, default)));
        }
        Assert.Equal(0, (await Rotate(addKeys: false)).Value.Resealed);
    }

    [Fact]
    public async Task Between_new_keys_and_sealing_anew_nothing_is_lost()
    {
        var id = await house.Seal(new Identity { Name = "甲", Phone = PeopleHouse.Phone });
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await house.Use((KeyRing ring) => Task.FromResult(ring.AddKeys()));

        Assert.Equal(id, await house.Seal(new Identity { Phone = PeopleHouse.Phone }));
        Assert.Equal("甲", (await house.Open(id))!.Name);
        Assert.Equal(1, (await Rotate(addKeys: false)).Value.Resealed);
        Assert.Equal("甲", (await house.Open(id))!.Name);
    }

    [Fact]
    public async Task A_key_that_another_process_made_is_read()
    {
        await house.Seal(new Identity { Name = "甲" });
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        var other = new KeyRing(new KeyFolder(house.KeyPath), house.Clock).AddKeys();
        var ours = await house.Use((KeyRing ring) => Task.FromResult(ring.Keys));
        Assert.Equal(other.Seal[0].Id, ours.Seal[0].Id);
    }

    [Fact]
    public async Task Keys_are_for_the_owner_alone()
    {
        await house.Seal(new Identity { Name = "甲" });
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        if (OperatingSystem.IsWindows())
            return;
        foreach (var file in Directory.GetFiles(house.KeyPath, "*.key"))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(house.KeyPath));
    }

    [Fact]
    public async Task A_lost_key_is_said_not_replaced()
    {
        var id = await house.Seal(new Identity { Name = "甲" });
        foreach (var file in Directory.GetFiles(house.KeyPath, "seal-*.key"))
            File.Delete(file);
        var lost = await Assert.ThrowsAsync<InvalidOperationException>(() => house.Open(id));
        Assert.Contains("SUIYING_KEYS", lost.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_erased_person_is_left_alone()
    {
        var id = await house.Seal(new Identity { Name = "甲", Phone = PeopleHouse.Phone });
        await house.Use((EraseIdentity erase) => erase.Run(Actor.Resident(id.Value), default));
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, (await Rotate(addKeys: true)).Value.Resealed);
        Assert.Empty((await house.Use((PeopleDb db) => db.Persons.SingleAsync())).Sealed);
    }

    [Fact]
    public async Task Nobody_but_the_security_administrator_and_the_program_rotates()
    {
        foreach (var role in Enum.GetValues<Role>().Except([Role.SecurityAdmin, Role.System]))
        {
            var refused = await house.Use((RotateKeys rotate) => rotate.Run(new RotateKeys.Command(), PeopleHouse.Staff(role), default));
            Assert.IsType<NotAllowed>(refused.Refusal);
        }
    }

    private Task<Outcome<RotateKeys.Result>> Rotate(bool addKeys) =>
        house.Use((RotateKeys rotate) => rotate.Run(new RotateKeys.Command { AddKeys = addKeys }, Actor.System, default));
}

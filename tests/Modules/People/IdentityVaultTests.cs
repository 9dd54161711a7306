using System.Security.Cryptography;
using CsCheck;
using Suiying.Contracts.People;
using Suiying.People.Model;

namespace Suiying.Tests.People;

public sealed class IdentityVaultTests
{
    private static readonly SealingKey Key = new("k1", [.. Enumerable.Range(0, 32).Select(i => (byte)i)]);
    private static readonly SealingKey Other = new("k2", [.. Enumerable.Range(100, 32).Select(i => (byte)i)]);
    private static readonly PersonId Person = new(new Guid("0198c0de-0000-7000-8000-000000000001"));

    private static readonly Identity Somebody = new()
    {
        Name = "王女士（演示）",
        Phone = "+8613800138000",
        Address = "演示小区 1 号",
    };

    [Fact]
    public void What_is_sealed_opens_to_the_same() =>
        Gen.Select(Gen.String, Gen.String, Gen.String)
            .Sample(
                (name, phone, address) =>
                {
                    var identity = new Identity
                    {
                        Name = Clean(name),
                        Phone = Clean(phone),
                        Address = Clean(address),
                    };
                    Assert.Equal(identity, IdentityVault.Open(IdentityVault.Seal(identity, Person, Key), Person, Key));
                },
                iter: 500
            );

    [Fact]
    public void The_same_identity_never_looks_the_same_and_its_length_does_not_show()
    {
        var one = IdentityVault.Seal(Somebody, Person, Key);
        Assert.NotEqual(one, IdentityVault.Seal(Somebody, Person, Key));
        Assert.Equal(one.Length, IdentityVault.Seal(Somebody with { Name = "王女士（演示甲）" }, Person, Key).Length);
    }

    [Fact]
    public void Every_changed_bit_is_noticed()
    {
        var whole = IdentityVault.Seal(Somebody, Person, Key);
        for (var at = 0; at < whole.Length; at++)
        {
            var changed = whole.ToArray();
            changed[at] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => IdentityVault.Open(changed, Person, Key));
        }
        Assert.ThrowsAny<CryptographicException>(() => IdentityVault.Open(whole.AsSpan(..^1), Person, Key));
        Assert.ThrowsAny<CryptographicException>(() => IdentityVault.Open([], Person, Key));
    }

    [Fact]
    public void Bytes_moved_to_another_person_do_not_open()
    {
        var bytes = IdentityVault.Seal(Somebody, Person, Key);
        var stranger = new PersonId(new Guid("0198c0de-0000-7000-8000-000000000002"));
        Assert.ThrowsAny<CryptographicException>(() => IdentityVault.Open(bytes, stranger, Key));
    }

    [Fact]
    public void Another_key_does_not_open() =>
        Assert.ThrowsAny<CryptographicException>(() => IdentityVault.Open(IdentityVault.Seal(Somebody, Person, Key), Person, Other));

    [Fact]
    public void A_blind_index_depends_on_value_kind_and_key_alone()
    {
        var index = IdentityVault.BlindIndex(IndexedKind.Phone, Somebody.Phone, Key);
        Assert.Equal(index, IdentityVault.BlindIndex(IndexedKind.Phone, Somebody.Phone, Key));
        Assert.NotEqual(index, IdentityVault.BlindIndex(IndexedKind.Address, Somebody.Phone, Key));
        Assert.NotEqual(index, IdentityVault.BlindIndex(IndexedKind.Phone, Somebody.Phone, Other));
        Assert.NotEqual(index, IdentityVault.BlindIndex(IndexedKind.Phone, "+8613800138001", Key));
    }

    // A lone half of a surrogate pair is no text and cannot be written as UTF-8.
    private static string Clean(string text) => string.Concat(text.Where(c => !char.IsSurrogate(c)));
}

using System.Net;
using Suiying.Channels.Features;
using Suiying.Contracts.Requests;
using Suiying.Requests.Model;
using Suiying.Testing;
using Suiying.Tests.Requests;

namespace Suiying.Tests.Channels;

/// <summary>The key that handed a request in reads its own words; all others see what the public sees (design law 4).</summary>
public sealed class Open311PrivacyTests(SuiyingApp app) : IClassFixture<SuiyingApp>, IAsyncDisposable
{
    private readonly Client client = new(app);
    private readonly Town town = new(app);

    [Fact]
    public async Task Only_the_key_that_handed_it_in_reads_the_words_and_the_point()
    {
        var (key, other) = ((await client.NewKey()).Secret, (await client.NewKey("另一个")).Secret);
        var number = await client.Submitted(key, ("media_url", "http://169.254.169.254/latest/meta-data"));
        var own = await client.Get($"requests/{number}.json?api_key={key}");
        Assert.Equal(Client.Text, own.First("description"));
        Assert.Equal("38.9161", own.First("lat"));
        Assert.Equal("杨柳社区东门", own.First("address"));
        Assert.Equal("http://169.254.169.254/latest/meta-data", own.First("media_url"));
        foreach (var query in new[] { "", $"?api_key={other}" })
        {
            var seen = await client.Get($"requests/{number}.json{query}");
            Assert.Equal("", seen.First("description"));
            Assert.Equal("38.916", seen.First("lat"));
            Assert.Equal("东区 东一街道", seen.First("address"));
            foreach (var personal in new[] { "路灯坏了", "东门", "169.254", "138", "演示居民", "38.9161" })
                Assert.DoesNotContain(personal, seen.Text, StringComparison.Ordinal);
        }
        var list = await client.Get($"requests.xml?api_key={key}");
        Assert.Contains(Client.Text, list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Client.Text, (await client.Get("requests.xml")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_program_sent_is_stored_with_the_person_sealed_and_the_area_unconfirmed()
    {
        var key = (await client.NewKey()).Secret;
        var stored = await town.Stored(await client.Submitted(key, ("attribute[PLACE]", "三号楼"), ("attribute[KIND]", "Complaint")));
        Assert.Equal("990102001001", stored.Area);
        Assert.False(stored.AreaConfirmed);
        Assert.Equal((38.9161, 115.5221), (stored.Latitude, stored.Longitude));
        Assert.Equal("杨柳社区东门 三号楼", stored.Place);
        Assert.Equal((RequestType.Complaint, Channel.App), (stored.Type, stored.Channel));
        Assert.NotNull(stored.PersonId);
        Assert.True(stored.WantsReply);
        var anonymous = await town.Stored(await client.Submitted(key, ("phone", "")));
        Assert.False(anonymous.WantsReply);
    }

    [Fact]
    public async Task Sealed_secret_and_reported_matters_are_in_no_answer()
    {
        var key = (await client.NewKey()).Secret;
        var lamp = app.Given.Intake();
        List<string> hidden =
        [
            await app.Request(lamp with { Type = RequestType.Report }),
            await app.Request(lamp with { WantsSecrecy = true }),
            await app.Request(lamp with { Type = RequestType.Complaint, AboutConduct = true }),
            await client.Submitted(key, ("attribute[SECRET]", "yes")),
            await client.Submitted(key, ("attribute[CONDUCT]", "yes")),
            await client.Submitted(key, ("attribute[KIND]", "Report")),
        ];
        foreach (var query in new[] { "?", $"?api_key={key}&" })
        {
            foreach (var number in hidden)
            {
                Assert.Equal(HttpStatusCode.NotFound, (await client.Get($"requests/{number}.json{query}")).Status);
                Assert.Equal(HttpStatusCode.NotFound, (await client.Get($"tokens/{number}.json{query}")).Status);
                Assert.Equal("[]", (await client.Get($"requests.json{query}service_request_id={number}")).Text);
                Assert.Equal("[]", (await client.Get($"servicerequestupdates.json{query}service_request_id={number}")).Text);
            }
            Assert.Empty((await client.Get($"requests.json{query}")).Ids.Intersect(hidden));
            Assert.Empty((await client.Get($"servicerequestupdates.json{query}")).Ids.Intersect(hidden));
        }
    }

    [Fact]
    public async Task A_text_that_a_person_approved_is_shown_to_everybody()
    {
        var number = await town.In(RequestState.Closed);
        await town.Must(number, RequestAction.ApprovePublicText);
        var seen = await client.Get($"requests/{number}.json");
        Assert.Equal("东一街道路灯报修，已修复。", seen.First("description"));
        Assert.Equal("closed", seen.First("status"));
        Assert.Equal("东一街道办事处", seen.First("agency_responsible"));
    }

    [Fact]
    public async Task A_revoked_key_opens_nothing_and_reads_nothing()
    {
        var key = await client.NewKey();
        var number = await client.Submitted(key.Secret);
        var command = new RevokeApiKey.Command { Key = key.Id.ToString(), Reason = "示例" };
        Assert.Equal(
            1,
            (await app.Use<RevokeApiKey, Outcome<RevokeApiKey.Revoked>>(r => r.Run(command, Actor.System, default))).Value.Keys
        );
        Assert.Equal(HttpStatusCode.Forbidden, (await client.Submit(key.Secret)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.Get($"requests/{number}.json?api_key={key.Secret}")).Status);
        Assert.Equal("", (await client.Get($"requests/{number}.json")).First("description"));
        var again = await app.Use<RevokeApiKey, Outcome<RevokeApiKey.Revoked>>(r => r.Run(command, Actor.System, default));
        Assert.Equal("key_unknown", again.Refusal?.Code);
    }

    [Fact]
    public async Task Keys_are_made_and_listed_by_the_operator_and_the_security_administrator_alone()
    {
        var staff = await app.Given.Staff(Role.Dispatcher);
        var add = new AddApiKey.Command { Name = "越权" };
        Assert.NotNull((await app.Use<AddApiKey, Outcome<AddApiKey.Added>>(a => a.Run(add, staff, default))).Refusal);
        Assert.NotNull(
            (await app.Use<AddApiKey, Outcome<AddApiKey.Added>>(a => a.Run(add with { Name = " " }, Actor.System, default))).Refusal
        );
        var key = await client.NewKey("列出来");
        var keys = await app.Use<ListApiKeys, Outcome<IReadOnlyList<Suiying.Channels.Model.ApiKey>>>(l => l.Run(Actor.System, default));
        var listed = keys.Value.Single(k => k.Id == key.Id);
        Assert.Equal("列出来", listed.Name);
        Assert.DoesNotContain(key.Secret, listed.Hash, StringComparison.Ordinal);
        Assert.DoesNotContain(' ', key.Secret);
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }
}

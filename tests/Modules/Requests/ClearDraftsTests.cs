using SkiaSharp;
using Suiying.Contracts.Requests;
using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>What was never sent goes after a day, photos and all; what was sent stays, also where both are the same picture.</summary>
public sealed class ClearDraftsTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Photos_of_a_form_that_was_never_sent_go_and_those_of_requests_and_of_open_forms_stay()
    {
        var others = await Kept();
        var (forgotten, sent, shared) = (Photo(31), Photo(32), Photo(33));
        using var one = app.Visitor();
        await one.Describe(photos: [forgotten, shared]);
        using var two = app.Visitor();
        await (await (await (await two.Describe(photos: [sent, shared])).Place()).Contact()).Press();
        var all = (await Kept()).Except(others).ToHashSet();
        Assert.Equal(3, all.Count);

        app.Clock.Advance(TimeSpan.FromHours(20));
        using var three = app.Visitor();
        await three.Describe(photos: [Photo(34)]);
        app.Clock.Advance(TimeSpan.FromHours(5));
        // Found loose once: it may be on its way into a request.
        Assert.NotEqual(0, (await Clear()).Deleted);
        Assert.Empty(all.Except(await Kept()));
        app.Clock.Advance(TimeSpan.FromHours(1));
        Assert.NotEqual(0, (await Clear()).Photos);
        var left = await Kept();
        Assert.Single(all.Except(left));
        var unsent = Assert.Single(left.Except(all).Except(others));
        // A whole day later the third form goes too, and what was sent still stands.
        app.Clock.Advance(TimeSpan.FromHours(25));
        await Clear();
        app.Clock.Advance(TimeSpan.FromHours(1));
        Assert.NotEqual(0, (await Clear()).Photos);
        Assert.DoesNotContain(unsent, await Kept());
        Assert.Equal(2, (await Kept()).Intersect(all).Count());
    }

    [Fact]
    public async Task Photos_of_a_registration_that_an_agent_still_writes_stay_and_go_when_it_is_dropped()
    {
        var file = await app.Use<IFileStore, string>(files => files.Save(Photo(51), Ct));
        app.Clock.Advance(TimeSpan.FromHours(20));
        var form = new CallForm(RequestId.New(app.Now)) { Text = "信里说门口的路灯坏了。" };
        form.Photos.Add(new KeptPhoto(file, "image/jpeg", 10));
        await Note(form.Id, form.Notes());
        app.Clock.Advance(TimeSpan.FromHours(5));
        await Clear();
        app.Clock.Advance(TimeSpan.FromHours(1));
        await Clear();
        Assert.Contains(file, await Kept());
        await Note(form.Id, new Dictionary<string, string>());
        await Clear();
        app.Clock.Advance(TimeSpan.FromHours(1));
        await Clear();
        Assert.DoesNotContain(file, await Kept());
    }

    [Fact]
    public async Task A_picture_that_is_kept_again_at_the_last_moment_is_not_lost()
    {
        var picture = Photo(41);
        using var one = app.Visitor();
        await one.Describe(photos: [picture]);
        app.Clock.Advance(TimeSpan.FromHours(25));
        await Clear();
        app.Clock.Advance(TimeSpan.FromHours(1));
        using var two = app.Visitor();
        await two.Describe(photos: [picture]);
        Assert.Equal(0, (await Clear()).Photos);
        var page = await two.Get("/submit");
        var address = new Uri(page.Find(".upload-list img").GetAttribute("src")!, UriKind.Relative);
        Assert.NotEmpty(await two.Client.GetByteArrayAsync(address, Ct));
    }

    [Fact]
    public async Task A_file_goes_only_where_it_was_not_kept_again()
    {
        var files = new FolderFileStore(Path.Combine(app.Var, "other"), app.Clock);
        var name = await files.Save("x"u8.ToArray(), Ct);
        var then = app.Now;
        app.Clock.Advance(TimeSpan.FromHours(1));
        Assert.False(files.Delete(name, then));
        await files.Save("x"u8.ToArray(), Ct);
        Assert.False(files.Delete(name, app.Now));
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(files.Delete(name, app.Now));
        Assert.False(files.Delete(name, app.Now));
        Assert.False(files.Delete("../../etc/passwd", app.Now));
        Assert.Empty(files.List());
    }

    [Fact]
    public async Task Nobody_but_the_program_itself_clears()
    {
        var outcome = await app.Use<ClearDrafts, Outcome<ClearDrafts.Result>>(c => c.Run(new ClearDrafts.Command(), Actor.Visitor, Ct));
        Assert.False(outcome.Ok(out _, out var refused));
        Assert.IsType<NotAllowed>(refused);
    }

    private async Task Note(RequestId id, IReadOnlyDictionary<string, string> notes)
    {
        var command = new KeepCall.Command { Id = id, Notes = notes };
        var agent = await app.Given.Staff("agent");
        Assert.True((await app.Use<KeepCall, Outcome<Done>>(keep => keep.Run(command, agent, Ct))).Ok(out _, out _));
    }

    private async Task<ClearDrafts.Result> Clear() =>
        (await app.Use<ClearDrafts, Outcome<ClearDrafts.Result>>(c => c.Run(new ClearDrafts.Command(), Actor.System, Ct))).Value;

    private Task<HashSet<string>> Kept() =>
        app.Use<IFileStore, HashSet<string>>(files => Task.FromResult(files.List().Select(f => f.Name).ToHashSet()));

    private static byte[] Photo(int size)
    {
        using var surface = SKSurface.Create(new SKImageInfo(size, size));
        surface.Canvas.Clear(SKColors.Green);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Jpeg, 90);
        return data.ToArray();
    }
}

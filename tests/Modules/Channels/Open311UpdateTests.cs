using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;
using Suiying.Testing;
using Suiying.Tests.Requests;

namespace Suiying.Tests.Channels;

public sealed class Open311UpdateTests(SuiyingApp app) : IClassFixture<SuiyingApp>, IAsyncDisposable
{
    private readonly Client client = new(app);
    private readonly Town town = new(app);

    [Fact]
    public async Task Steps_are_told_in_the_fields_words_without_a_word_of_the_person_or_the_reply()
    {
        var number = await town.In(RequestState.Closed);
        var updates = (await client.Get($"servicerequestupdates.json?service_request_id={number}")).Json.EnumerateArray().ToList();
        Assert.Equal($"{number}-1", updates[0].GetProperty("update_id").GetString());
        Assert.Equal("closed", updates[^1].GetProperty("status").GetString());
        Assert.All(updates[..^1], u => Assert.Equal("open", u.GetProperty("status").GetString()));
        Assert.Contains(RequestTexts.Of(RequestAction.Dispatch), updates.Select(u => u.GetProperty("description").GetString()));
        var xml = await client.Get($"servicerequestupdates.xml?service_request_id={number}");
        Assert.Equal(updates.Count, xml.Xml.Elements("request_update").Count());
        foreach (var personal in new[] { "路灯坏了", "已更换灯头", "已电话联系" })
            Assert.DoesNotContain(personal, xml.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.Get("servicerequestupdates.json?start_date=yesterday")).Status);
    }

    [Fact]
    public async Task The_key_that_handed_it_in_adds_facts_once_however_often_it_sends_them()
    {
        var (key, other) = ((await client.NewKey()).Secret, (await client.NewKey()).Secret);
        var number = await client.Submitted(key);
        (string, string)[] Facts(string by) =>
            [
                ("api_key", by),
                ("service_request_id", number),
                ("update_id", "77"),
                ("status", "CLOSED"),
                ("description", "昨晚又灭了两盏。"),
            ];
        var first = await client.Post("servicerequestupdates.json", Facts(key));
        Assert.True(first.Status == HttpStatusCode.OK, first.Text);
        var again = await client.Post("servicerequestupdates.xml", Facts(key));
        Assert.Equal(first.First("update_id"), again.Xml.Element("request_update")!.Element("update_id")!.Value);
        Assert.Equal(RequestState.Registered, (await town.Stored(number)).State);
        Assert.Equal([RequestAction.Register, RequestAction.AddFacts], (await town.History(number)).Select(t => t.Action));

        var seen = await client.Get($"servicerequestupdates.json?api_key={key}&service_request_id={number}");
        Assert.Equal("昨晚又灭了两盏。", seen.Json[1].GetProperty("description").GetString());
        Assert.Equal(first.First("update_id"), seen.Json[1].GetProperty("update_id").GetString());
        foreach (var query in new[] { "", $"&api_key={other}" })
            Assert.Single((await client.Get($"servicerequestupdates.json?service_request_id={number}{query}")).Ids);

        Assert.Equal(HttpStatusCode.Forbidden, (await client.Post("servicerequestupdates.json", Facts(other))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.Post("servicerequestupdates.json", Facts(""))).Status);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (
                await client.Post("servicerequestupdates.json", ("api_key", key), ("service_request_id", "x"), ("description", "补充一下"))
            ).Status
        );
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await client.Post("servicerequestupdates.json", ("api_key", key), ("service_request_id", number))).Status
        );
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (
                await client.Post(
                    "servicerequestupdates.json",
                    ("api_key", key),
                    ("service_request_id", number),
                    ("description", new string('长', 2001))
                )
            ).Status
        );
    }

    [Fact]
    public async Task Photos_come_in_as_parts_and_what_is_no_photo_is_refused()
    {
        var key = (await client.NewKey()).Secret;
        var kept = await Upload(key, Photo(), Photo(50));
        Assert.True(kept.Status == HttpStatusCode.OK, kept.Text);
        var id = (await town.Stored(kept.First("service_request_id")!)).Id;
        Assert.Equal(2, await app.Use<RequestsDb, int>(db => db.Attachments.CountAsync(a => a.RequestId == id)));
        var before = await town.Rows();
        Assert.Equal(HttpStatusCode.BadRequest, (await Upload(key, "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray())).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Upload(key, [.. Enumerable.Range(0, 6).Select(i => Photo(60 + i))])).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Upload(key, new byte[11 * 1024 * 1024])).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Upload("wrong", Photo())).Status);
        Assert.Equal(before, await town.Rows());
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<Reply> Upload(string key, params byte[][] photos)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in Client.Form(key))
            form.Add(new StringContent(value), name);
        foreach (var photo in photos)
        {
            var file = new ByteArrayContent(photo);
            file.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
            form.Add(file, "media", "../../etc/passwd.jpg");
        }
        return await client.Post("requests.json", form);
    }

    private static byte[] Photo(int size = 40)
    {
        using var surface = SKSurface.Create(new SKImageInfo(size, size));
        surface.Canvas.Clear(SKColors.Blue);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Jpeg, 90);
        return data.ToArray();
    }
}

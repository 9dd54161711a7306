using System.Net.Http.Headers;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>The journey as a person without script takes it, step by step.</summary>
internal static class ResidentWalk
{
    public const string Text = "小区门口的路灯坏了一个多星期，晚上接孩子看不见路。";

    /// <summary>The first page sent as a browser sends it, with photos.</summary>
    public static async Task<Page> Describe(this Browser browser, string text = Text, string type = "Help", params byte[][] photos) =>
        await browser.DescribeWith(text, type, photos, []);

    public static async Task<Page> DescribeWith(this Browser browser, string text, string type, byte[][] photos, byte[][] media)
    {
        var page = await browser.Get("/submit");
        using var content = new MultipartFormDataContent();
        void Add(string name, string value) => content.Add(new StringContent(value), name);
        Add("__RequestVerificationToken", page.Token!);
        Add("_handler", "describe");
        Add("text", text);
        Add("type", type);
        Add("step", "next");
        foreach (var photo in photos)
        {
            var file = new ByteArrayContent(photo);
            file.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
            content.Add(file, "photos", "../../etc/passwd.jpg");
        }
        foreach (var each in media)
            content.Add(new ByteArrayContent(each), "media", "holiday.txt");
        return await browser.Post("/submit", content);
    }

    /// <summary>The second page; whoever is then shown similar matters nearby says that theirs is another.</summary>
    public static async Task<Page> Place(this Page page, string area = "990102001001")
    {
        var next = await page.PlaceOnly(area);
        return next.Address.AbsolutePath == "/submit/similar"
            ? await next.Submit("form[action='/submit/similar']", ("step", "next"))
            : next;
    }

    public static Task<Page> PlaceOnly(this Page page, string area = "990102001001") =>
        page.Submit("form[action='/submit/place']", ("area", area), ("detail", "东门外"), ("step", "next"));

    public static Task<Page> Contact(this Page page, params (string, string)[] more) =>
        page.Submit("form[action='/submit/contact']", [("contact", "Phone"), ("phone", "138 0000 0001"), .. more]);

    public static Task<Page> Press(this Page page) => page.Submit("form[action='/submit/check']");

    /// <summary>All the way to the receipt.</summary>
    public static async Task<(Page Receipt, string Number, string Code)> SubmitWhole(this Browser browser, string type = "Help")
    {
        var contact = await (await (await browser.Describe(type: type)).Place()).Contact();
        if (type == "Report")
            contact = await contact.Submit("form[action='/submit/unit']", ("step", "unknown"));
        var receipt = await contact.Press();
        return (receipt, Number(receipt), Code(receipt));
    }

    public static string Number(Page receipt) => receipt.Says(".receipt .number").Replace(" ", "", StringComparison.Ordinal);

    public static string Code(Page receipt) => receipt.Says(".receipt .code:not(.number)");

    public static async Task<Page> Track(this Browser browser, string number, string code)
    {
        var page = await browser.Get("/track");
        return await page.Submit("form[action='/track']", ("number", number), ("code", code));
    }

    /// <summary>Bytes of a page with its styles and scripts, as a first visit brings them.</summary>
    public static async Task<int> WeightOf(this Browser browser, string path)
    {
        var page = await browser.Get(path);
        var files = page.All("link[rel=stylesheet], script[src], link[rel=icon]")
            .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!)
            // These come along with submit.js.
            .Concat([
                "/_content/Suiying.Design/places.js",
                "/_content/Suiying.Design/upload.js",
                "/_content/Suiying.Design/finds.js",
                "/_content/Suiying.Design/record.js",
                "/_content/Suiying.Design/voice.js",
            ]);
        var bytes = System.Text.Encoding.UTF8.GetByteCount(page.Text);
        foreach (var file in files)
            bytes += (await browser.Client.GetByteArrayAsync(new Uri($"/{file.TrimStart('/')}", UriKind.Relative))).Length;
        return bytes;
    }

    /// <summary>By the code that development shows on the page instead of sending it.</summary>
    public static async Task<Page> SignInByPhone(this Browser browser, string phone)
    {
        var page = await (await browser.Get("/my")).Submit("main form", ("phone", phone));
        var code = System.Text.RegularExpressions.Regex.Match(page.Says("main .notice"), @"\d{6}").Value;
        return await page.Submit("main form", ("code", code));
    }
}

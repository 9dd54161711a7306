using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Suiying.Testing;

/// <summary>An answer as a person sees it.</summary>
public sealed class Page
{
    internal const string TokenField = "__RequestVerificationToken";

    private readonly Browser browser;
    private readonly Lazy<IHtmlDocument> document;

    private Page(Browser browser, HttpResponseMessage answer, string text)
    {
        this.browser = browser;
        Status = answer.StatusCode;
        Address = answer.RequestMessage!.RequestUri!;
        ContentType = answer.Content.Headers.ContentType?.MediaType ?? "";
        Text = text;
        document = new Lazy<IHtmlDocument>(() => new HtmlParser().ParseDocument(text));
    }

    public HttpStatusCode Status { get; }

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>Where the browser ended, after redirects.</summary>
    public Uri Address { get; }

    public string ContentType { get; }

    /// <summary>The body as it came.</summary>
    public string Text { get; }

    public IHtmlDocument Document => document.Value;

    /// <summary>The antiforgery token of any form on the page, or null.</summary>
    public string? Token => Document.QuerySelector<IHtmlInputElement>($"input[name={TokenField}]")?.Value;

    /// <summary>What a reader sees in a part of the page, white space made one.</summary>
    /// <exception cref="InvalidOperationException">There is no such part.</exception>
    public string Says(string selector = "main") =>
        string.Join(' ', Find(selector).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <exception cref="InvalidOperationException">There is no such element.</exception>
    public IElement Find(string selector) =>
        Document.QuerySelector(selector) ?? throw new InvalidOperationException($"No {selector} on {Address}:\n{Text}");

    public IReadOnlyList<IElement> All(string selector) => [.. Document.QuerySelectorAll(selector)];

    /// <summary>The body as JSON.</summary>
    public T Json<T>() => Browser.Parse<T>(Text);

    /// <summary>
    /// Fills in a form of this page and presses its button: hidden fields, token and defaults go along as a browser would send them. A name
    /// given here replaces the field of that name.
    /// </summary>
    public Task<Page> Submit(string formSelector, params (string Name, string Value)[] fields) => SubmitFiles(formSelector, fields, []);

    /// <summary>The same, with files.</summary>
    public async Task<Page> SubmitFiles(string formSelector, (string Name, string Value)[] fields, (string Name, byte[] Bytes)[] files)
    {
        var form = (IHtmlFormElement)Find(formSelector);
        var all = FormFields.Of(form, fields);
        // A form without an action posts to the page it stands on.
        var target = form.GetAttribute("action") is { Length: > 0 } action ? new Uri(Address, action) : Address;
        if (string.Equals(form.Method, "get", StringComparison.OrdinalIgnoreCase))
            return await browser.Get($"{target.AbsolutePath}?{FormFields.Query(all)}");
        if (form.Enctype != "multipart/form-data")
            return await browser.PostForm(target.PathAndQuery, null, [.. all]);
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in all)
            content.Add(new StringContent(value), name);
        foreach (var (name, bytes) in files)
            content.Add(new ByteArrayContent(bytes), name, "file.bin");
        return await browser.Post(target.PathAndQuery, content);
    }

    internal static async Task<Page> Read(Browser browser, HttpResponseMessage answer)
    {
        using (answer)
            return new Page(browser, answer, await answer.Content.ReadAsStringAsync());
    }
}

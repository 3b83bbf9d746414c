using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace SourcingCompliance.Server;

/// <summary>Speaks to a server as a program would.</summary>
internal sealed class ServerClient : IDisposable
{
    public const string SmallBom = "Part Number,Description,Qty,Country of Origin\nMAG-1,NdFeB magnet N42,2,China\nSCR-1,Screw M3 steel,8,Germany\n";

    public ServerClient(Uri address, string? token)
    {
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true, MaxConnectionsPerServer = 400 })
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromMinutes(4)
        };
        if (token is not null)
        {
            Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
    }

    public HttpClient Http { get; }

    public static MultipartFormDataContent Form(params (string Name, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent { HeaderEncodingSelector = (_, _) => Encoding.UTF8 };
        foreach ((string name, byte[] content) in files)
        {
            // A raw header: the tests send names that the usual classes would refuse.
            var part = new ByteArrayContent(content);
            part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"files\"; filename=\"{name}\"");
            form.Add(part);
        }

        form.Add(Field("asOf", "2026-11-22"));
        return form;
    }

    public static StringContent Field(string name, string value)
    {
        var part = new StringContent(value);
        part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = $"\"{name}\"" };
        return part;
    }

    /// <summary>A part of the form that is a file beside the lists.</summary>
    public static ByteArrayContent Beside(string field, string name, string content)
    {
        var part = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
        part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = $"\"{field}\"", FileName = $"\"{name}\"" };
        return part;
    }

    public async Task<HttpResponseMessage> Post(string name, string content, int wait = 0) => await Post(Form((name, Encoding.UTF8.GetBytes(content))), wait);

    public async Task<HttpResponseMessage> Post(MultipartFormDataContent form, int wait = 0)
    {
        using (form)
        {
            return await Http.PostAsync(new Uri(string.Create(CultureInfo.InvariantCulture, $"/api/v1/checks?wait={wait}"), UriKind.Relative), form);
        }
    }

    /// <summary>Uploads and waits for the result.</summary>
    public async Task<JsonElement> Check(params (string Name, byte[] Content)[] files)
    {
        using HttpResponseMessage response = await Post(Form(files), wait: 100);
        string text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return JsonDocument.Parse(text).RootElement;
    }

    public Task<JsonElement> Check(string name, string content) => Check((name, Encoding.UTF8.GetBytes(content)));

    public async Task<JsonElement> Await(string id, int seconds = 100) =>
        JsonDocument.Parse(await Text(string.Create(CultureInfo.InvariantCulture, $"/api/v1/checks/{id}?wait={seconds}"))).RootElement;

    public Task<string> Text(string path) => Http.GetStringAsync(new Uri(path, UriKind.Relative));

    public Task<byte[]> Bytes(string path) => Http.GetByteArrayAsync(new Uri(path, UriKind.Relative));

    public Task<HttpResponseMessage> Get(string path) => Http.GetAsync(new Uri(path, UriKind.Relative));

    public static async Task<JsonElement> JsonOf(HttpResponseMessage response) => JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

    public void Dispose() => Http.Dispose();
}

using System.Collections.Immutable;
using System.Xml.Linq;
using SourcingCompliance.Evidence;

namespace SourcingCompliance.Formats.Reading.Evidence.Ipc1752;

/// <summary>Reads the XML of IPC-1752A and 1752B, and what deviates from it: no namespace, masses as attributes, other names of the substance's id.</summary>
/// <param name="left">Receives what cannot be used.</param>
internal sealed class DeclarationXml(ImmutableArray<UnreadAnswer>.Builder left)
{
    /// <summary>Whether a root element is that of a declaration.</summary>
    public static bool IsDeclaration(string name) => name == "MainDeclaration";

    /// <summary>What namespace and version say of the edition; empty = nothing.</summary>
    public static string GetVersion(string ns, string version) => ns switch
    {
        _ when ns.Contains("1752B", StringComparison.OrdinalIgnoreCase) => "1752B",
        _ when ns.Contains("1754", StringComparison.Ordinal) => "1754",
        _ when ns.Contains("1755", StringComparison.Ordinal) => "1755",
        _ when ns.Contains("175x/2.0", StringComparison.OrdinalIgnoreCase) => "1752A 2.0",
        _ => version.Length > 0 ? $"1752 {version}" : "",
    };

    /// <summary>The declaration.</summary>
    public MaterialDeclaration Read(XElement root)
    {
        // In 1752B the products stand one level deeper.
        XElement body = root.Child("IPC-1752B") ?? root;
        XElement? business = root.Child("BusinessInfo") ?? body.Child("BusinessInfo");
        XElement? response = business.Child("Response");
        XElement? authorizer = response.Child("Authorizer");
        DateOnly? date = FormText.ReadDate(response.Value("date"), out string reason);
        if (reason.Length > 0 && response is not null)
        {
            left.Add(new UnreadAnswer($"{XmlTree.GetPath(response)}/@date", FormText.Shorten(response.Value("date")),
                reason + " The declaration counts as undated."));
        }

        return new MaterialDeclaration(GetVersion(root.Name.NamespaceName, root.Value("version")), business.Value("mode"))
        {
            IsRequest = response is null && business.Child("Request") is not null,
            Classes = [.. (root.Child("Include") ?? body.Child("Include")).Children("Sectional").SelectMany(part => part.Children("SubSectional"))
                .Select(part => part.Value("name")).Where(name => name.Length > 0)],
            Company = response.Child("SupplyCompany").Value("name"),
            Authorizer = authorizer.Value("name"),
            Email = (response.Child("Contact") ?? authorizer).Child("Email").Value("address"),
            Date = date,
            Uncertainty = business.Child("Declaration").Value("uncertaintyStatement"),
            Products = [.. body.Children("Product").Select(ReadProduct)],
        };
    }

    private DeclaredProduct ReadProduct(XElement product)
    {
        var materials = ImmutableArray.CreateBuilder<HomogeneousMaterial>();
        Collect(product, materials);
        return new DeclaredProduct(
            XmlTree.GetPath(product),
            [.. product.Children("ProductID")
                .Select(id => new DeclaredNumber(id.Value("itemNumber"), id.Value("itemName"), id.Value("requesterItemNumber"), GetAmount(id).MassKilograms))],
            materials.ToImmutable())
        {
            HasCategories = product.Child("MaterialInfo").Children("SubstanceCategoryList").Any(),
        };
    }

    // Sub-products hold materials of their own, at any depth.
    private void Collect(XElement product, ImmutableArray<HomogeneousMaterial>.Builder materials)
    {
        foreach (XElement material in product.Child("MaterialInfo").Children("HomogeneousMaterialList")
            .SelectMany(list => list.Children("HomogeneousMaterial")))
        {
            materials.Add(ReadMaterial(material));
        }

        foreach (XElement part in product.Children("SubProduct"))
        {
            Collect(part, materials);
        }
    }

    private HomogeneousMaterial ReadMaterial(XElement material)
    {
        decimal? mass = GetAmount(material).MassKilograms;
        return new HomogeneousMaterial(XmlTree.GetPath(material), material.Value("name"), mass,
            [.. material.Descendants().Where(element => element.Name.LocalName == "Substance").Select(substance => ReadSubstance(substance, mass))]);
    }

    private DeclaredSubstance ReadSubstance(XElement substance, decimal? materialMass)
    {
        DeclaredAmount amount = GetAmount(substance);
        XElement? id = substance.Child("SubstanceID") ?? substance.Child("UniqueID");
        string? cas = id.Value("authority") is "" or "CAS" or "cas" ? CasNumber.Read(id.Value("identity")) : null;
        decimal? mass = amount.MassKilograms ?? (amount.Share * materialMass);
        string place = XmlTree.GetPath(substance);
        if (cas is null)
        {
            left.Add(new UnreadAnswer(place, FormText.Shorten($"{substance.Value("name")} {id.Value("identity")}".Trim()), "The substance is not declared "
                + "by a CAS number, so it may be anything."));
        }

        return new DeclaredSubstance(place, substance.Value("name"), cas, mass, materialMass > 0 && mass is not null ? mass / materialMass : amount.Share);
    }

    private DeclaredAmount GetAmount(XElement element) =>
        DeclaredAmount.From(element, text => left.Add(new UnreadAnswer(XmlTree.GetPath(element), FormText.Shorten(text), "This amount is not understood.")));
}

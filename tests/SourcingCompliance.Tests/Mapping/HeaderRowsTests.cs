using SourcingCompliance.Mapping;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Tests.Mapping;

/// <summary>Header rows as programs and people write them, with the mapping that a careful reader would make; remarks are left out.</summary>
public sealed class HeaderRowsTests
{
    [Theory]
    // Design tools of electronics.
    [InlineData("KiCad", "Reference|Value|Datasheet|Footprint|Qty|DNP", "C1,C2|10uF|~|Capacitor_SMD:C_0805|=2|",
        "U1|LM358|https://x.example/a|SOIC-8|=1|", "referenceDesignator=A value=B quantity=E notInstalled=F")]
    [InlineData("KiCad old", "Id;Designator;Package;Quantity;Designation;Supplier and ref", "=1;C1,C2;C_0805;=2;10uF;", "=2;R1;R_0805;=1;10k;",
        "findNumber=A referenceDesignator=B quantity=D description=E supplier=F")]
    [InlineData("KiCad script", "Ref|Qnty|Value|Cmp name|Footprint|Description|Vendor", "C1, C2|=2|10u|C_Small|C_0805|Capacitor, "
        + "unpolarized|Mouser", "U1|=1|LM358|LM358|SOIC-8|Op amp|Mouser", "referenceDesignator=A quantity=B value=C name=D description=F supplier=G")]
    [InlineData("Interactive BOM", "Sourced|Placed|References|Value|Footprint|Quantity", "||C1, C2|10u|C_0805|=2",
        "||R1|10k|R_0805|=1", "referenceDesignator=C value=D quantity=F")]
    [InlineData("Altium", "Line #|Name|Description|Designator|Quantity|Manufacturer 1|Manufacturer Part Number 1|Supplier 1|Supplier Part Number 1|Supplier "
        + "Unit Price 1|Supplier Subtotal 1", "=1|CAP 10uF|Ceramic capacitor|C1, "
            + "C2|=2|Murata|GRM21BR61A106|Digi-Key|490-1709-1-ND|=0.12|=0.24", "=2|RES 10k|Chip "
                + "resistor|R1|=1|Yageo|RC0603FR-0710KL|Digi-Key|311-10.0KHRCT-ND|=0.01|=0.01", "findNumber=A name=B description=C referenceDesignator=D "
                    + "quantity=E manufacturer=F manufacturerPartNumber=G supplier=H supplierPartNumber=I unitCost=J")]
    [InlineData("Altium default", "Comment|Description|Designator|Footprint|LibRef|Quantity", "10uF|Capacitor|C1, C2|0805|CAP|=2",
        "10k|Resistor|R1|0603|RES|=1", "value=A description=B referenceDesignator=C quantity=F")]
    [InlineData("Eagle", "Part|Value|Device|Package|Description|MF|MPN|OC_FARNELL", "C1|10uF|C-EUC0805|C0805|CAPACITOR|MURATA|GRM21BR61A106|9527745",
        "R1|10k|R-EU_R0603|R0603|RESISTOR|YAGEO|RC0603FR-0710KL|9238603", "referenceDesignator=A value=B name=C description=E manufacturer=F "
            + "manufacturerPartNumber=G supplierPartNumber=H")]
    [InlineData("Eagle by value", "Qty|Value|Device|Parts|Description|LCSC", "=2|10uF|C-EUC0805|C1, C2|CAPACITOR|C15850",
        "=1|10k|R-EU_R0603|R1|RESISTOR|C25804", "quantity=A value=B manufacturerPartNumber=C referenceDesignator=D description=E supplierPartNumber=F")]
    [InlineData("OrCAD", "Item|Quantity|Reference|Part|PCB Footprint|Manufacturer|Manufacturer_PN", "=1|=2|C1,C2|10uF|C0805|Murata|GRM21BR61A106",
        "=2|=1|R1|10k|R0603|Yageo|RC0603FR-0710KL", "findNumber=A quantity=B referenceDesignator=C name=D manufacturer=F manufacturerPartNumber=G")]
    [InlineData("EasyEDA", "ID|Name|Designator|Footprint|Quantity|Manufacturer Part|Manufacturer|Supplier|Supplier "
        + "Part|LCSC Price", "=1|10uF|C1,C2|C0805|=2|CL21A106KAYNNNE|SAMSUNG|LCSC|C15850|=0.02",
            "=2|10k|R1|R0603|=1|0603WAF1002T5E|UNI-ROYAL|LCSC|C25804|=0.001", "findNumber=A name=B referenceDesignator=C quantity=E "
                + "manufacturerPartNumber=F manufacturer=G supplier=H supplierPartNumber=I unitCost=J")]
    [InlineData("EasyEDA Pro", "No.|Quantity|Comment|Designator|Footprint|Value|Manufacturer Part|Manufacturer|Supplier "
        + "Part|Supplier", "=1|=2|10uF|C1,C2|C0805|10uF|CL21A106KAYNNNE|SAMSUNG|C15850|LCSC", "=2|=1|10k|R1|R0603|10k|0603WAF1002T5E|UNI-ROYAL|C25804|LCSC",
            "findNumber=A quantity=B name=C referenceDesignator=D value=F manufacturerPartNumber=G manufacturer=H supplierPartNumber=I supplier=J")]
    [InlineData("JLCPCB", "Comment|Designator|Footprint|JLCPCB Part #（optional）", "10uF|C1,C2|C0805|C15850",
        "10k|R1|R0603|C25804", "value=A referenceDesignator=B supplierPartNumber=D")]
    [InlineData("PCBWay", "Item #|*Designator|*Qty|Manufacturer|*Mfg Part #|Description / "
        + "Value|*Package/Footprint|Type", "=1|C1,C2|=2|Murata|GRM21BR61A106|10uF 10V|0805|SMD", "=2|R1|=1|Yageo|RC0603FR-0710KL|10k|0603|SMD",
            "findNumber=A referenceDesignator=B quantity=C manufacturer=D manufacturerPartNumber=E description=F value=H")]
    [InlineData("Seeed", "Part/Designator|Manufacture Part Number/Seeed SKU|Quantity", "C1,C2|GRM21BR61A106|=2",
        "R1|RC0603FR-0710KL|=1", "referenceDesignator=A manufacturerPartNumber=B quantity=C")]
    [InlineData("assembler", "Names|Index|MPN|Qty", "C1,C2|=1|GRM21BR61A106|=2", "R1|=2|RC0603FR-0710KL|=1", "referenceDesignator=A findNumber=B "
        + "manufacturerPartNumber=C quantity=D")]
    [InlineData("empty References", "Index|References|Value|Qty", "C1,C2||10uF|=2", "R1||10k|=1", "referenceDesignator=A value=C quantity=D")]
    // Design tools of mechanics.
    [InlineData("SolidWorks", "ITEM NO.|PART NUMBER|DESCRIPTION|QTY.|SW-Material|SW-Mass", "=1|ROT-100|Rotor|=1|Steel 1018|=0.35",
        "=2|MAG-200|Arc magnet|=8|NdFeB N42SH|=0.02", "findNumber=A partNumber=B description=C quantity=D material=E mass=F")]
    [InlineData("Inventor", "Item|Part Number|Thumbnail|BOM Structure|Unit QTY|QTY|Stock "
        + "Number|Description|REV|Material", "=1|ROT-100||Normal|Each|=1||Rotor||Steel", "=2|MAG-200||Purchased|Each|=8||Arc magnet||NdFeB", "findNumber=A "
            + "partNumber=B quantity=F partNumber_2=G description=H revision=I material=J")]
    [InlineData("Windchill", "Action|Level|Number|Organization ID|Revision|View|Quantity|Unit of Measure|Component Id", "|=0|100 SNOW|OEM|-|Service|||",
        "Add|=1|SMCO-MAGNET-26|OEM|=1|Design|=1.0|ea|fe346626-4863-4dc2-ad11-fcd5fb5439d2", "level=B partNumber=C revision=E quantity=G unit=H")]
    [InlineData("Windchill structure", "Structure Level|Number|Name|Version|State|Container|Find "
        + "Number|Quantity|Reference Designator", "=0|A-1000|Actuator|A.1|RELEASED|Drive|||", "=1|M-2000|Magnet ring|B.2|RELEASED|Drive|=10|=2|",
            "level=A partNumber=B name=C revision=D findNumber=G quantity=H referenceDesignator=I")]
    [InlineData("Creo", "Level|Name|Type|Qty", "=0|DRIVE.ASM|Assembly|=1", "=1|MAGNET.PRT|Part|=8", "level=A name=B category=C quantity=D")]
    [InlineData("Teamcenter", "bl_level_starting_0|bl_item_item_id|bl_rev_object_name|bl_item_object_desc|bl_quantity|bl_uom|bl_sequence_no",
        "=0|A-1000|Actuator|Actuator, rotary|=1|ea|", "=1|M-2000|Magnet|Ring magnet|=2|ea|=10", "level=A partNumber=B name=C description=D quantity=E "
            + "unit=F findNumber=G")]
    [InlineData("Teamcenter names", "Level|Item ID|Item Name|Rev|Find No.|Quantity|UOM", "=0|A-1000|Actuator|A||=1|ea", "=1|M-2000|Ring magnet|B|=10|=2|ea",
        "level=A partNumber=B name=C revision=D findNumber=E quantity=F unit=G")]
    [InlineData("CATIA", "Quantity|Part Number|Type|Nomenclature|Revision|Source", "=1|A-1000|Assembly|Actuator|A|Made",
        "=2|M-2000|Part|Ring magnet|B|Bought", "quantity=A partNumber=B category=C name=D revision=E")]
    [InlineData("Onshape", "Item|Quantity|Part number|Description|Material|Name", "=1|=1|A-1000|Rotor|Steel|Rotor <1>",
        "=2|=8|M-2000|Arc magnet|NdFeB|Magnet <1>", "findNumber=A quantity=B partNumber=C description=D material=E name=F")]
    [InlineData("Fusion", "Part Number|Part Name|Description|Material|Quantity|Mass (g)|Density", "A-1000|Rotor|Rotor, turned|Steel|=1|=350|=7.85",
        "M-2000|Magnet|Arc magnet|NdFeB|=8|=20|=7.5", "partNumber=A name=B description=C material=D quantity=E mass=F")]
    [InlineData("Solid Edge", "Item Number|Document Number|Title|Material|Author|Quantity", "=1|A-1000|Rotor|Steel|ann|=1",
        "=2|M-2000|Arc magnet|NdFeB|bob|=8", "findNumber=A partNumber=B name=C material=D quantity=F")]
    [InlineData("drawing", "FIND NO|QTY REQD|CAGE CODE|PART OR IDENTIFYING NO|NOMENCLATURE OR "
        + "DESCRIPTION|MATERIAL|SPECIFICATION", "=1|=1|1A2B3|A-1000|ROTOR|STEEL|AMS 5000", "=2|=8|1A2B3|M-2000|MAGNET, ARC|NDFEB|MMPA 0100", "findNumber=A "
            + "quantity=B cage=C partNumber=D name=E material=F description=G")]
    // Systems of companies.
    [InlineData("SAP CS11", "Lev|Item|Component|Component description|Comp. Qty (CUn)|Un|Item category", "=1|=10|100-200|Rotor|=1|EA|L",
        "=1|=20|100-300|Magnet, arc|=8|EA|L", "level=A findNumber=B partNumber=C description=D quantity=E unit=F category=G")]
    [InlineData("SAP fields", "STUFE|POSNR|IDNRK|OJTXP|MENGE|MEINS|MATKL", "=1|=0010|100-200|Rotor|=1|ST|MECH", "=1|=0020|100-300|Magnet|=8|ST|MAGN",
        "level=A findNumber=B partNumber=C description=D quantity=E unit=F category=G")]
    [InlineData("SAP material", "MATNR|MAKTX|MENGE|MEINS|MFRPN|MFRNR|NETPR|STAWN", "100-200|Rotor|=1|ST|R-1|ACME|=10.5|8501.10",
        "100-300|Magnet|=8|ST|M-1|TDK|=2.5|8505.11", "partNumber=A description=B quantity=C unit=D manufacturerPartNumber=E manufacturer=F "
            + "unitCost=G htsCode=H")]
    [InlineData("SAP German", "Auflösungsstufe|Positionsnummer|Komponentennummer|Objektkurztext|Komponentenmenge (KME)|Mengeneinheit",
        ".1|=0010|100-200|Rotor|=1|ST", "..2|=0020|100-300|Magnet|=8|ST", "level=A findNumber=B partNumber=C description=D quantity=E unit=F")]
    [InlineData("Agile", "Level|Item Number|Item Description|Item Rev|Qty|Find Num|Ref Des|BOM Notes|Mfr. Name|Mfr. "
        + "Part Number", "=0|A-1000|Drive|A|=1|=0|||ACME|D-1", "=1|M-2000|Magnet ring|B|=2|=10||glue|TDK|M-1", "level=A partNumber=B description=C "
            + "revision=D quantity=E findNumber=F referenceDesignator=G notes=H manufacturer=I manufacturerPartNumber=J")]
    [InlineData("Arena", "Level|Item Number|Item Name|Phase|Quantity|Reference Designator|Manufacturer|Manufacturer Item "
        + "Number|Procurement Type", "=0|A-1000|Drive|In Production|=1||ACME|D-1|Make", "=1|M-2000|Magnet ring|In Production|=2||TDK|M-1|Buy",
            "level=A partNumber=B name=C quantity=E referenceDesignator=F manufacturer=G manufacturerPartNumber=H")]
    [InlineData("Odoo", "Product|Reference|Quantity|BoM Lines/Component|BoM Lines/Quantity|BoM Lines/Product "
        + "Unit of Measure", "Drive|BOM-1|=1|[M-2000] Magnet ring|=2|Units", "|||[S-1] Screw|=4|Units", "parent=A name=D quantity=E unit=F")]
    [InlineData("Odoo technical", "product_tmpl_id|code|bom_line_ids/product_id/default_code|bom_line_ids/product_qty",
        "Drive|BOM-1|M-2000|=2", "||S-1001|=4", "parent=A partNumber=C quantity=D")]
    [InlineData("ERPNext", "ID|Item|Company|Quantity|Item Code (Items)|Item Name (Items)|Qty (Items)|UOM "
        + "(Items)|Rate (Items)", "BOM-1|ROTOR|Acme|=1|MAG-N42|NdFeB magnet|=8|Nos|=3.2", "||||SHAFT-1|Steel shaft|=1|Nos|=9",
            "parent=B partNumber=E name=F quantity=G unit=H unitCost=I")]
    [InlineData("InvenTree", "Part ID|Part IPN|Part Name|Description|Quantity|Reference|Note|Manufacturer_0|MPN_0|Supplier_0|SKU_0",
        "=11|IPN-1|Cap|Capacitor 10uF|=2|C1,C2||Murata|GRM21BR61A106|Mouser|81-GRM21", "=12|IPN-2|Res|Resistor|=1|R1||Yageo|RC0603FR-07|Mouser|603-RC06",
        "findNumber=A partNumber=B name=C description=D quantity=E referenceDesignator=F notes=G manufacturer=H manufacturerPartNumber=I supplier=J "
            + "supplierPartNumber=K")]
    [InlineData("InvenTree substitutes", "Part IPN|Part Name|Quantity|Substitute_Part1_IPN|Substitute_Part1_Manufacturer_0|Substitute_Part1_MPN_0",
        "CAP-1|CAP CER 10uF|=2|CAP-2|Kemet|T491A106K016AT", "MAG-1|Ferrite magnet|=1|MAG-2|JL Mag|N42-20X5", "partNumber=A name=B quantity=C partNumber_2=D "
            + "manufacturer_2=E manufacturerPartNumber_2=F")]
    [InlineData("PartKeepr", "Name|Description|Manufacturer|Manufacturer Part Number|Storage Location|Stock "
        + "Level|Quantity", "Cap|Capacitor|Murata|GRM21BR61A106|Box 1|=100|=2", "Res|Resistor|Yageo|RC0603FR-0710KL|Box 2|=50|=1", "name=A description=B "
            + "manufacturer=C manufacturerPartNumber=D quantity=G")]
    [InlineData("NetSuite", "Assembly Item|Member Item|Description|Member Quantity|Units", "DRIVE-1|M-2000|Magnet ring|=2|Each",
        "DRIVE-1|S-1001|Screw|=4|Each", "parent=A partNumber=B description=C quantity=D unit=E")]
    [InlineData("Dynamics", "Production BOM No.|Line No.|Type|No.|Description|Quantity per|Unit of "
        + "Measure Code", "DRIVE-1|=10000|Item|M-2000|Magnet ring|=2|PCS", "DRIVE-1|=20000|Item|S-1001|Screw|=4|PCS", "parent=A findNumber=B category=C "
            + "partNumber=D description=E quantity=F unit=G")]
    [InlineData("Infor", "Parent Item|Component Item|Component Description|Qty Per|U/M|Operation", "DRIVE-1|M-2000|Magnet ring|=2|EA|=10",
        "DRIVE-1|S-1001|Screw|=4|EA|=20", "parent=A partNumber=B description=C quantity=D unit=E")]
    [InlineData("IFS", "Parent Part|Line Item No|Component Part|Component Part Description|Qty per Assembly|UoM", "DRIVE-1|=1|M-2000|Magnet ring|=2|pcs",
        "DRIVE-1|=2|S-1001|Screw|=4|pcs", "parent=A findNumber=B partNumber=C description=D quantity=E unit=F")]
    [InlineData("Epicor", "Mtl Seq|Part|Part Description|Qty/Parent|UOM|Related Operation", "=10|M-2000|Magnet ring|=2|EA|=10",
        "=20|S-1001|Screw|=4|EA|=10", "findNumber=A partNumber=B description=C quantity=D unit=E")]
    [InlineData("Oracle", "Item Seq|Component|Description|Basis|Component Quantity|UOM", "=10|M-2000|Magnet ring|Item|=2|Ea",
        "=20|S-1001|Screw|Item|=4|Ea", "findNumber=A partNumber=B description=C quantity=E unit=F")]
    [InlineData("parent and child", "Parent Name|Child Name|Qty", "Drive|Magnet ring|=2", "Drive|Screw|=4", "parent=A name=B quantity=C")]
    [InlineData("bom_child", "bom_parent|bom_child|bom_child_name|quantity", "DRIVE-1|M-2000|Magnet ring|=2",
        "DRIVE-1|S-1001|Screw|=4", "parent=A partNumber=B name=C quantity=D")]
    [InlineData("internal and maker", "Marca;Item;N/P;Codigo SAP;Descripción;Cantidad", "FLS;=1;RA500-E53;4124469;Bomba;=3",
        "FLS;=2;RM500-011;4068815;Carcasa;=1", "manufacturer=A findNumber=B manufacturerPartNumber=C partNumber=D description=E quantity=F")]
    [InlineData("database", "component_id|postal_code|trace_code|bar_code|component_name|qty", "M-2000|92660|T-991|4006381333931|Magnet ring|=2",
        "S-1001|92660|T-992|4006381333948|Screw|=4", "partNumber=A name=E quantity=F")]
    [InlineData("wide", "Category|Frame|Path|Bay|Skirt|Elevator|Enclosure|Gantry Y|Gantry X|Head|Gimbal|Part Name|Configuration|Total QTY "
        + "Needed|Supplier|Part # or Link", "HW|=22|||||||||x|Brushless gimbal motor|x|=22|McMaster|91306A673",
            "HW|=22|||||||||x|M8 screws|x|=22|McMaster|91239A426", "category=A name=L quantity=N supplier=O partNumber=P")]
    [InlineData("unknown columns", "Part Number|Description|Country of Origin|ZzA|ZzB|ZzC|ZzD|ZzE|ZzF|ZzG", "M-1|NdFeB magnet|China|=1|=2|=3|=4|=5|=6|=7",
        "S-1|Screw|Germany|=1|=2|=3|=4|=5|=6|=7", "partNumber=A description=B countryOfOrigin=C")]
    // Lists that people keep.
    [InlineData("provider", "Item|Manufacturer partno|Provider|Qty|Comments", "Magnet|M-1000|K&J|=2|glue", "Screw|S-1000|McMaster|=4|",
        "name=A manufacturerPartNumber=B supplier=C quantity=D notes=E")]
    [InlineData("prices", "Part|Qty|Price|Unit Price|Total Price", "Magnet|=2|=5|=2.5|=5", "Screw|=4|=0.4|=0.1|=0.4", "name=A quantity=B unitCost=D")]
    [InlineData("quantities", "Part|Qty|Qty per unit|Qty for 10", "Magnet|=20|=2|=20", "Screw|=40|=4|=40", "name=A quantity=C")]
    [InlineData("German", "Pos.|Benennung|Anzahl|Werkstoff|Artikelnr.|Preis/Stk. [€]|Preis [€]|Bezugsquelle", "=1|Magnet|=2|NdFeB|4711|=2.5|=5|Reichelt",
        "=2|Schraube|=4|Stahl|4712|=0.1|=0.4|Würth", "findNumber=A name=B quantity=C material=D partNumber=E unitCost=F supplier=H")]
    [InlineData("French", "Rep.|Désignation|Nb.|Matière|Réf. fab.|Fabricant|PU HT|Prix total", "=1|Aimant|=2|NdFeB|A-100|TDK|=2.5|=5",
        "=2|Vis|=4|Acier|V-100|Bossard|=0.1|=0.4", "findNumber=A description=B quantity=C material=D manufacturerPartNumber=E manufacturer=F unitCost=G")]
    [InlineData("Spanish", "Código Productor|Descripción|Cantidad|Proveedor|Precio unit.", "M-100|Imán|=2|Mouser|=2.5", "T-100|Tornillo|=4|RS|=0.1",
        "manufacturerPartNumber=A description=B quantity=C supplier=D unitCost=E")]
    [InlineData("Italian", "Pos|Codice|Descrizione|Q.tà|Cod. fornitore|Prezzo cad.", "=1|M-100|Magnete|=2|RS-1|=2.5", "=2|V-100|Vite|=4|RS-2|=0.1",
        "findNumber=A partNumber=B description=C quantity=D supplierPartNumber=E unitCost=F")]
    [InlineData("Portuguese", "Item|Cód.|Descrição|Qtd.|Fornecedor|Valor unitário|Valor total", "=1|M-100|Ímã|=2|RS|=2.5|=5",
        "=2|P-100|Parafuso|=4|RS|=0.1|=0.4", "findNumber=A partNumber=B description=C quantity=D supplier=E unitCost=F")]
    [InlineData("Polish", "Lp.|Indeks|Nazwa|Ilość szt.|Producent|Cena jedn.|Wartość", "=1|M-100|Magnes|=2|TDK|=2.5|=5", "=2|S-100|Śruba|=4|Bossard|=0.1|=0.4",
        "findNumber=A partNumber=B name=C quantity=D manufacturer=E unitCost=F value=G")]
    [InlineData("Dutch", "Pos.|Artikelnummer|Omschrijving|Aantal|Fabrikant|Bestelnummer|Leverancier|Stukprijs|Opmerking",
        "=1|M-100|Magneet|=2|TDK|RS-1|RS|=2.5|lijm", "=2|S-100|Schroef|=4|Bossard|RS-2|RS|=0.1|", "findNumber=A partNumber=B description=C quantity=D "
            + "manufacturer=E supplierPartNumber=F supplier=G unitCost=H notes=I")]
    [InlineData("Czech", "Poz.|Číslo dílu|Název|Množství|Výrobce|Cena za kus|Dodavatel", "=1|M-100|Magnet|=2|TDK|=2.5|GM", "=2|S-100|Šroub|=4|Bossard|=0.1|GM",
        "findNumber=A partNumber=B name=C quantity=D manufacturer=E unitCost=F supplier=G")]
    [InlineData("Turkish", "Sıra No|Parça No|Açıklama|Adet|Üretici|Birim Fiyat|Tedarikçi", "=1|M-100|Mıknatıs|=2|TDK|=2.5|Direnc",
        "=2|S-100|Vida|=4|Bossard|=0.1|Direnc", "findNumber=A partNumber=B description=C quantity=D manufacturer=E unitCost=F supplier=G")]
    [InlineData("Swedish", "Pos|Art.nr|Benämning|Antal|Tillverkare|Á-pris|Leverantör|Vikt (kg)", "=1|M-100|Magnet|=2|TDK|=2.5|Elfa|=0.1",
        "=2|S-100|Skruv|=4|Bossard|=0.1|Elfa|=0.2", "findNumber=A partNumber=B description=C quantity=D manufacturer=E unitCost=F supplier=G mass=H")]
    [InlineData("Romanian", "Nr. crt.|Cod produs|Denumire|Cantitate|Producător|Preț unitar|Furnizor", "=1|M-100|Magnet|=2|TDK|=2.5|TME",
        "=2|S-100|Șurub|=4|Bossard|=0.1|TME", "findNumber=A partNumber=B name=C quantity=D manufacturer=E unitCost=F supplier=G")]
    [InlineData("Hungarian", "Ssz.|Cikkszám|Megnevezés|Mennyiség|Gyártó|Egységár|Beszállító", "=1|M-100|Mágnes|=2|TDK|=2.5|TME",
        "=2|S-100|Csavar|=4|Bossard|=0.1|TME", "findNumber=A partNumber=B name=C quantity=D manufacturer=E unitCost=F supplier=G")]
    [InlineData("Danish", "Pos.nr|Varenr.|Beskrivelse|Antal|Producent|Stykpris|Leverandør", "=1|M-100|Magnet|=2|TDK|=2.5|RS",
        "=2|S-100|Skrue|=4|Bossard|=0.1|RS", "findNumber=A partNumber=B description=C quantity=D manufacturer=E unitCost=F supplier=G")]
    [InlineData("Norwegian", "Pos|Varenr|Beskrivelse|Antall|Produsent|Stykkpris|Leverandør", "=1|M-100|Magnet|=2|TDK|=2.5|RS",
        "=2|S-100|Skrue|=4|Bossard|=0.1|RS", "findNumber=A partNumber=B description=C quantity=D manufacturer=E unitCost=F supplier=G")]
    [InlineData("Finnish", "Pos.|Nimikenumero|Nimitys|Määrä|Valmistaja|Yksikköhinta|Toimittaja", "=1|M-100|Magneetti|=2|TDK|=2.5|Elfa",
        "=2|S-100|Ruuvi|=4|Bossard|=0.1|Elfa", "findNumber=A partNumber=B description=C quantity=D manufacturer=E unitCost=F supplier=G")]
    [InlineData("Russian", "Формат|Зона|Поз.|Обозначение|Наименование|Кол.|Примечание", "А4||=1|АБВГ.301.001|Корпус|=1|",
        "А4||=2|АБВГ.301.002|Магнит|=8|клей", "findNumber=C partNumber=D name=E quantity=F notes=G")]
    [InlineData("Ukrainian", "№ з/п|Артикул|Назва|Кількість|Виробник|Ціна", "=1|M-100|Магніт|=2|TDK|=2.5", "=2|S-100|Гвинт|=4|Bossard|=0.1", "findNumber=A "
        + "partNumber=B name=C quantity=D manufacturer=E unitCost=F")]
    [InlineData("Japanese", "No.|品番|品名|材質|員数|メーカー|型式|単価(円)|備考", "=1|M-100|磁石|ネオジム|=2|TDK|N42-1|=250|", "=2|S-100|ねじ|SUS304|=4|ミスミ|S-1|=10|", "findNumber=A "
        + "partNumber=B name=C material=D quantity=E manufacturer=F manufacturerPartNumber=G unitCost=H notes=I")]
    [InlineData("Chinese ERP", "层级|父项物料编码|子项物料编码|子项物料名称|子项规格型号|用量:分子|主计量单位", "=1|A-1000|M-2000|磁钢|N42SH|=8|个", "=1|A-1000|S-1001|螺钉|M3x8|=4|个",
        "level=A parent=B partNumber=C name=D description=E quantity=F unit=G")]
    [InlineData("Chinese drawing", "序号|代号|名称|数量|材料|单重|总重|备注", "=1|AB-01|转子|=1|45钢|=0.3|=0.3|", "=2|AB-02|磁钢|=8|N42SH|=0.02|=0.16|", "findNumber=A "
        + "partNumber=B name=C quantity=D material=E mass=F notes=H")]
    [InlineData("Chinese purchasing", "序号|材料类别|材料名|厂商|厚度（mm）|宽度|长度（M）|单价（不含税）|联络方式|备注", "=1|磁材|钕铁硼磁铁|志恒|=1|=2|=3|=13|张三|急",
        "=2|铜箔|导电铜箔|志恒|=1|=2|=3|=47|李四|", "findNumber=A category=B name=C manufacturer=D unitCost=H notes=J")]
    [InlineData("Korean", "순번|품번|품명|규격|단위|소요량|재질|업체명|비고", "=1|M-100|자석|20x5|EA|=2|NdFeB|삼성|", "=2|S-100|나사|M3|EA|=4|SUS|현대|급함", "findNumber=A partNumber=B "
        + "name=C description=D unit=E quantity=F material=G supplier=H notes=I")]
    [InlineData("name and notes", "Component|Estimated Cost MXN|Notes", "Flex sensor|=1500|bends", "Arduino|=150|", "name=A unitCost=B notes=C")]
    [InlineData("numbered names", "Position|Bauteil|Beispiel/Spezifikation|Hinweis", "=1|Raspberry Pi Pico|RP2040|Logik",
        "=2|Zelle|18650|geschützt", "findNumber=A name=B description=C notes=D")]
    [InlineData("names of boards", "Name|Quantity|Component", "U1|=1|Arduino Uno R3", "R3, R4|=2|10 kΩ Resistor", "referenceDesignator=A quantity=B name=C")]
    [InlineData("Portuguese CAD", "Nº DO ITEM|Nº DA PEÇA|DESCRIÇÃO|QTD.", "=1|P-001|Chapa|=1",
        "=2|P-002|Ímã|=3", "findNumber=A partNumber=B description=C quantity=D")]
    [InlineData("Vietnamese", "STT|Mã linh kiện|Tên linh kiện|Số lượng|Đơn giá|Nhà cung cấp", "=1|M-100|Nam châm|=2|=2.5|RS",
        "=2|S-100|Ốc vít|=4|=0.1|RS", "partNumber=B name=C quantity=D unitCost=E supplier=F")]
    public void Header_rows_are_mapped_as_a_careful_reader_would(string from, string header, string first, string second, string expected)
    {
        char mark = header.Contains('|', StringComparison.Ordinal) ? '|' : ';';
        var diagnostics = new DiagnosticBag();

        SheetMapping mapping = Sheets.Map(diagnostics, header.Replace(mark, '|'), first.Replace(mark, '|'), second.Replace(mark, '|'));

        mapping.Columns().ShouldBe(expected, $"{from}: {string.Join("; ", diagnostics.Items.Select(one => one.Message))}");
        diagnostics.HasErrors.ShouldBeFalse();
    }
}

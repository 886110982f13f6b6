import java.io.File;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.model.GFModelParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Reference;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Checks files against the PDF/UA-1 rules of veraPDF; a line per file: verdict, assertions, failures. */
public class CheckUA {
    public static void main(String[] files) throws Exception {
        ValidationProfile profile = load("/org/verapdf/pdfa/validation/PDFUA-1.xml");
        System.out.println("RULES " + profile.getRules().size());
        for (String file : files) {
            try (GFModelParser parser = GFModelParser.createModelWithFlavour(new File(file), PDFAFlavour.PDFUA_1)) {
                ValidationResult found = ValidatorFactory.createValidator(profile, false).validate(parser);
                TreeMap<String, Integer> failures = new TreeMap<>();
                for (TestAssertion test : found.getTestAssertions()) {
                    if (test.getStatus() == TestAssertion.Status.FAILED) {
                        failures.merge(test.getRuleId().getClause() + "-" + test.getRuleId().getTestNumber(), 1, Integer::sum);
                    }
                }
                String verdict = found.isCompliant() ? "PASS" : "FAIL";
                System.out.println(verdict + "\t" + found.getTotalAssertions() + "\t" + failures + "\t" + file);
            } catch (Exception problem) {
                System.out.println("FAIL\t0\t{" + problem.getClass().getSimpleName() + "}\t" + file);
            }
        }
        System.exit(0);
    }

    // The jar has no JAXB, which its own reader of profiles needs; so the profile is read here.
    private static ValidationProfile load(String resource) throws Exception {
        Document xml;
        try (InputStream stream = CheckUA.class.getResourceAsStream(resource)) {
            xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream);
        }
        Set<Rule> rules = new HashSet<>();
        for (Element rule : all(xml.getDocumentElement(), "rule")) {
            Element id = all(rule, "id").get(0);
            List<ErrorArgument> arguments = new ArrayList<>();
            for (Element argument : all(rule, "argument")) {
                arguments.add(ErrorArgumentImpl.fromValues(argument.getTextContent(), "", ""));
            }
            rules.add(Profiles.ruleFromValues(
                Profiles.ruleIdFromValues(
                    PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                    id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber"))),
                rule.getAttribute("object"),
                rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null,
                rule.getAttribute("tags"), text(rule, "description"), text(rule, "test"),
                Profiles.errorFromValues(text(rule, "message"), arguments), new ArrayList<Reference>()));
        }
        Set<Variable> variables = new HashSet<>();
        for (Element variable : all(xml.getDocumentElement(), "variable")) {
            variables.add(Profiles.variableFromValues(
                variable.getAttribute("name"), variable.getAttribute("object"),
                text(variable, "defaultValue"), text(variable, "value")));
        }
        return Profiles.profileFromValues(
            PDFAFlavour.PDFUA_1, Profiles.profileDetailsFromValues("PDF/UA-1", "", "", new Date(0)), "", rules, variables);
    }

    private static String text(Element parent, String name) {
        return all(parent, name).get(0).getTextContent();
    }

    private static List<Element> all(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }
}
